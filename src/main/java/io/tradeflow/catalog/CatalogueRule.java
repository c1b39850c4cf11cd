package io.tradeflow.catalog;

/**
 * Who sees what. Neither SKU nor category means the whole catalogue.
 *
 * @param id null while it is new
 * @param audienceCode buyer code or segment; null for everybody
 */
public record CatalogueRule(
        Long id, String sku, String category, Audience audience, String audienceCode, boolean allow, String note) {

    /** For whom a rule counts; the narrower stands first. */
    public enum Audience {
        COMPANY,
        SEGMENT,
        EVERYBODY
    }
}
