package io.tradeflow.catalog;

/**
 * Who looks at the catalogue: a buying company with its segment, or staff, who see everything.
 *
 * @param buyerCode null for staff
 */
public record CatalogueViewer(String buyerCode, String segment) {

    public static final CatalogueViewer STAFF = new CatalogueViewer(null, null);

    boolean seesAll() {
        return buyerCode == null;
    }
}
