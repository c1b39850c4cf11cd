package io.tradeflow.catalog;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;

/**
 * What can be sold: one SKU, often a variant within a family.
 *
 * @param category code of its place in the catalogue; null while it has none
 * @param hsn 4, 6 or 8 digits
 * @param unit UQC such as NOS, KGS, LTR
 * @param minimumOrderQuantity smallest quantity per line, in {@code unit}
 * @param orderMultiple quantities must be a multiple of it, in {@code unit}
 * @param batchTracked whether stock is kept by batch with expiry
 * @param cost standard cost in the seller's currency, for margins; staff only
 * @param grossWeightKg of one unit with packing, for freight by weight; null where it was not weighed
 * @param successor SKU of what replaces it once it is discontinued, or null
 */
public record Product(
        String sku,
        String name,
        String family,
        String variant,
        String category,
        String hsn,
        String unit,
        BigDecimal minimumOrderQuantity,
        BigDecimal orderMultiple,
        boolean batchTracked,
        Money cost,
        ProductStatus status,
        String successor,
        BigDecimal grossWeightKg) {

    /** A product that was not weighed. */
    public Product(
            String sku,
            String name,
            String family,
            String variant,
            String category,
            String hsn,
            String unit,
            BigDecimal minimumOrderQuantity,
            BigDecimal orderMultiple,
            boolean batchTracked,
            Money cost,
            ProductStatus status,
            String successor) {
        this(
                sku,
                name,
                family,
                variant,
                category,
                hsn,
                unit,
                minimumOrderQuantity,
                orderMultiple,
                batchTracked,
                cost,
                status,
                successor,
                null);
    }

    /** Whether it can be inquired and quoted. */
    public boolean active() {
        return status == ProductStatus.ACTIVE;
    }

    /** The same product in another place of its life. */
    public Product with(ProductStatus other, String successorSku) {
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
                batchTracked,
                cost,
                other,
                successorSku,
                grossWeightKg);
    }

    /** Name and variant, as documents print it. */
    public String description() {
        return variant == null || variant.isBlank() ? name : name + ", " + variant;
    }
}
