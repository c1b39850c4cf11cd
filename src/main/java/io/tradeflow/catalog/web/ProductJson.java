package io.tradeflow.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;

/** A product over the API; its cost only for staff. */
record ProductJson(
        String sku,
        String name,
        String family,
        String variant,
        String category,
        String description,
        String hsn,
        String unit,
        BigDecimal minimumOrderQuantity,
        BigDecimal orderMultiple,
        boolean batchTracked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With packing, per unit")
                BigDecimal grossWeightKg,
        @JsonInclude(JsonInclude.Include.NON_NULL) CostJson cost,
        boolean active,
        ProductStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String successor) {

    /** Standard cost per unit. */
    record CostJson(BigDecimal amount, String currency) {}

    static ProductJson forStaff(Product product) {
        return of(
                product,
                new CostJson(
                        product.cost().toDocumentScale(),
                        product.cost().currency().getCurrencyCode()));
    }

    static ProductJson forBuyer(Product product) {
        return of(product, null);
    }

    private static ProductJson of(Product product, CostJson cost) {
        return new ProductJson(
                product.sku(),
                product.name(),
                product.family(),
                product.variant(),
                product.category(),
                product.description(),
                product.hsn(),
                product.unit(),
                plain(product.minimumOrderQuantity(), product.unit()),
                plain(product.orderMultiple(), product.unit()),
                product.batchTracked(),
                product.grossWeightKg() == null ? null : plain(product.grossWeightKg(), product.unit()),
                cost,
                product.active(),
                product.status(),
                product.successor());
    }

    private static BigDecimal plain(BigDecimal quantity, String unit) {
        return new Quantity(quantity, unit).plain();
    }
}
