package io.tradeflow.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.CostReaders;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Variants;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue: buyers see what they may, without the cost. */
@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "Products", description = "The catalogue; buyers see what they may, without the cost")
class ProductsResource {

    private static final int LARGEST_PAGE = 200;

    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final Variants variants;
    private final PackagingUnits packaging;

    ProductsResource(Offerings offerings, CatalogueViewers viewers, Variants variants, PackagingUnits packaging) {
        this.offerings = offerings;
        this.viewers = viewers;
        this.variants = variants;
        this.packaging = packaging;
    }

    /** @param q words out of SKU, name, variant or family; without it the whole catalogue */
    @GetMapping
    @Operation(summary = "Search the catalogue by words out of SKU, name, variant or family")
    List<ProductJson> search(
            Actor by,
            @RequestParam(required = false) String q,
            @Parameter(description = "Code of a category; those below it count too") @RequestParam(required = false)
                    String category,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > Integer.MAX_VALUE / LARGEST_PAGE) {
            throw Problem.invalid("invalid-request", "page", "lies between 0 and " + Integer.MAX_VALUE / LARGEST_PAGE);
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw Problem.invalid("invalid-request", "size", "lies between 1 and " + LARGEST_PAGE);
        }
        CatalogueQuery query = by instanceof Actor.Staff
                ? new CatalogueQuery(q, category, Set.of(ProductStatus.values()), page, size)
                : CatalogueQuery.shown(q, category, page, size);
        return offerings.search(viewers.of(by), query).products().stream()
                .map(product -> json(by, product))
                .toList();
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Read a product")
    ProductJson product(Actor by, @PathVariable String sku) {
        Product product = offerings.product(viewers.of(by), sku);
        return json(by, product)
                .with(
                        variants.of(List.of(sku)).getOrDefault(sku, Map.of()),
                        packaging.of(List.of(sku)).getOrDefault(sku, List.of()));
    }

    private static ProductJson json(Actor by, Product product) {
        return CostReaders.mayRead(by) ? ProductJson.withCost(product) : ProductJson.withoutCost(product);
    }
}
