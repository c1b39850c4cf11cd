package io.tradeflow.catalog;

import java.util.List;

/**
 * What was found.
 *
 * @param total how many match; where {@code more}, at least so many
 * @param facets how the matches spread over categories, without regard to the category asked for; only for a text
 */
public record CataloguePage(List<Product> products, int total, boolean more, List<Facet> facets) {

    /** So many of the matches stand in this category. */
    public record Facet(String category, String name, int matches) {}
}
