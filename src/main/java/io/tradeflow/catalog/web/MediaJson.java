package io.tradeflow.catalog.web;

import io.tradeflow.catalog.ProductMedia;

/** An image or data sheet of a product; its content stands under {@code href}. */
record MediaJson(
        long id, ProductMedia.Kind kind, String contentType, String title, String sha256, int size, String href) {

    static MediaJson of(ProductMedia media) {
        return new MediaJson(
                media.id(),
                media.kind(),
                media.contentType(),
                media.title(),
                media.sha256(),
                media.size(),
                "/api/v1/media/" + media.id());
    }
}
