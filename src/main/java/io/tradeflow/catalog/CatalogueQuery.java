package io.tradeflow.catalog;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param text words out of SKU, name, variant or family in any order; null or blank for all
 * @param category only within this category and those below it; null for all
 * @param page counted from 0
 */
public record CatalogueQuery(String text, String category, Set<ProductStatus> statuses, int page, int size) {

    public CatalogueQuery {
        statuses = Set.copyOf(statuses);
        category = category == null || category.isBlank() ? null : category;
    }

    /** What can be asked for. */
    public static CatalogueQuery orderable(String text, int page, int size) {
        return new CatalogueQuery(text, null, EnumSet.of(ProductStatus.ACTIVE), page, size);
    }

    /** What buyers are shown: also what is discontinued, with its successor. */
    public static CatalogueQuery shown(String text, String category, int page, int size) {
        return new CatalogueQuery(text, category, Offerings.SHOWN, page, size);
    }

    long offset() {
        return (long) page * size;
    }
}
