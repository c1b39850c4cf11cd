package io.tradeflow.catalog;

/**
 * A barcode on a product.
 *
 * @param code a GTIN of 8, 12, 13 or 14 digits with its check digit, or a code of another kind, as its maker uses one
 * @param unit the packaging unit that bears it, null for the product's own unit
 */
public record Barcode(String sku, String code, String unit) {}
