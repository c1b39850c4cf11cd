package io.tradeflow.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Quantity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A product over the API; its cost only for those who may read it. */
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
        @JsonInclude(JsonInclude.Include.NON_NULL) String successor,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "What tells it from its siblings; only where one product is read")
                Map<String, String> attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Packages it is sold in besides its own unit; only where one product is read")
                List<PackageJson> packages) {

    /** One of {@code unit} holds {@code factor} of the product's own unit. */
    record PackageJson(@NotBlank String unit, @NotNull BigDecimal factor) {

        static PackageJson of(PackagingUnit unit) {
            return new PackageJson(unit.unit(), unit.factor().stripTrailingZeros());
        }

        PackagingUnit toUnit() {
            return new PackagingUnit(unit, factor);
        }
    }

    /** Standard cost per unit. */
    record CostJson(BigDecimal amount, String currency) {}

    static ProductJson withCost(Product product) {
        return of(
                product,
                new CostJson(
                        product.cost().toDocumentScale(),
                        product.cost().currency().getCurrencyCode()));
    }

    static ProductJson withoutCost(Product product) {
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
                product.successor(),
                null,
                null);
    }

    /** With all that belongs to the one product. */
    ProductJson with(Map<String, String> values, List<PackagingUnit> packaging) {
        return new ProductJson(
                sku,
                name,
                family,
                variant,
                category,
                description,
                hsn,
                unit,
                minimumOrderQuantity,
                orderMultiple,
                batchTracked,
                grossWeightKg,
                cost,
                active,
                status,
                successor,
                values,
                packaging.stream().map(PackageJson::of).toList());
    }

    private static BigDecimal plain(BigDecimal quantity, String unit) {
        return new Quantity(quantity, unit).plain();
    }
}
