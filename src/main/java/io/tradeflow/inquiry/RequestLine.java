package io.tradeflow.inquiry;

import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Quantity;

/**
 * A line of a request list.
 *
 * @param entered the quantity in the unit it was asked in
 * @param quantity the same in the product's own unit; null where the product can no longer be asked for
 * @param product null where it can no longer be asked for
 */
public record RequestLine(String sku, Quantity entered, Quantity quantity, Product product) {

    /** Whether it was asked for in a packaging unit. */
    public boolean inPackages() {
        return quantity != null && !entered.unit().equals(quantity.unit());
    }
}
