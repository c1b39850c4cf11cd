package io.tradeflow.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A product as it shall be. */
@Schema(name = "ProductChange")
record ProductChangeJson(
        String name,
        String family,
        String variant,
        String category,
        String hsn,
        @Schema(example = "NOS") String unit,
        BigDecimal minimumOrderQuantity,
        BigDecimal orderMultiple,
        Boolean batchTracked,
        @Schema(description = "With packing, per unit; left out where it was not weighed") BigDecimal grossWeightKg,
        @Valid CostJson cost,
        ProductStatus status,
        @Schema(description = "SKU of what takes the place of a discontinued product") String successor,
        @Schema(description = "What tells it from its siblings, in order; left out they stay")
                Map<String, String> attributes,
        @Schema(description = "Packages besides its own unit; left out they stay")
                List<ProductJson.@Valid @NotNull PackageJson> packages) {

    @Schema(name = "ProductCost")
    record CostJson(
            @NotNull BigDecimal amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a currency such as INR") String currency) {}

    Product toProduct(String sku) {
        return new Product(
                sku,
                name,
                family,
                variant,
                category,
                hsn,
                unit,
                minimumOrderQuantity,
                orderMultiple,
                Boolean.TRUE.equals(batchTracked),
                cost == null ? null : Money.of(cost.amount(), cost.currency()),
                status,
                successor,
                grossWeightKg);
    }

    List<PackagingUnit> toUnits() {
        return packages == null
                ? null
                : packages.stream().map(ProductJson.PackageJson::toUnit).toList();
    }
}
