package io.tradeflow.catalog;

/** An image or data sheet of a product, without its content. */
public record ProductMedia(long id, String sku, Kind kind, String contentType, String title, String sha256, int size) {

    public enum Kind {
        IMAGE,
        DATA_SHEET
    }

    /** With the content. */
    public record File(ProductMedia media, byte[] content) {}
}
