package io.tradeflow.catalog;

/**
 * A barcode on a product.
 *
 * @param gtin 8, 12, 13 or 14 digits with their check digit
 * @param unit the packaging unit that bears it, null for the product's own unit
 */
public record Barcode(String sku, String gtin, String unit) {}
