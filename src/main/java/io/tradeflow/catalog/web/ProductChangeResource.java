package io.tradeflow.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.ProductChanges;
import io.tradeflow.catalog.Products;
import io.tradeflow.catalog.Variants;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Those who keep the catalogue change it. */
@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "Products")
class ProductChangeResource {

    private final ProductChanges changes;
    private final Products products;
    private final Variants variants;
    private final PackagingUnits packaging;
    private final Parties parties;

    ProductChangeResource(
            ProductChanges changes, Products products, Variants variants, PackagingUnits packaging, Parties parties) {
        this.changes = changes;
        this.products = products;
        this.variants = variants;
        this.packaging = packaging;
        this.parties = parties;
    }

    @PutMapping("/{sku}")
    @Operation(
            summary = "Add a product or change it, all of it or nothing",
            description = "Sales managers and directors. The unit of a product that is no draft stays.")
    ResponseEntity<ProductJson> put(
            Actor.Staff by, @PathVariable String sku, @Valid @RequestBody ProductChangeJson product) {
        String currency = parties.seller().currency();
        if (product.cost() != null && !product.cost().currency().equals(currency)) {
            throw Problem.invalid("invalid-product", "cost.currency", "Costs are kept in " + currency);
        }
        boolean isNew = changes.put(by, product.toProduct(sku), product.attributes(), product.toUnits());
        ProductJson kept = ProductJson.withCost(products.product(sku))
                .with(
                        variants.of(List.of(sku)).getOrDefault(sku, Map.of()),
                        packaging.of(List.of(sku)).getOrDefault(sku, List.of()));
        return isNew
                ? ResponseEntity.created(URI.create("/api/v1/products/" + sku)).body(kept)
                : ResponseEntity.ok(kept);
    }
}
