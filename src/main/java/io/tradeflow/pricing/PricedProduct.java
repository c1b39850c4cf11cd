package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What prices ask of a product.
 *
 * @param categories its category and those above it, nearest first
 * @param weightKg gross weight of one unit, null if not known
 */
record PricedProduct(String sku, String unit, List<String> categories, Money cost, BigDecimal weightKg) {

    /** Further than any category. */
    private static final int EVERYTHING = Integer.MAX_VALUE;

    PricedProduct {
        categories = List.copyOf(categories);
    }

    /** How near a row for this SKU, this category or, both null, for everything is: nought is the SKU; -1 is for something else. */
    int distance(String rowSku, String rowCategory) {
        if (rowSku != null) {
            return rowSku.equals(sku) ? 0 : -1;
        }
        if (rowCategory == null) {
            return EVERYTHING;
        }
        int step = categories.indexOf(rowCategory);
        return step < 0 ? -1 : step + 1;
    }
}
