package io.tradeflow.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of content a product may carry, told by how the content begins; names and declared types are not asked. */
enum ContentKind {
    PNG(ProductMedia.Kind.IMAGE, "image/png"),
    JPEG(ProductMedia.Kind.IMAGE, "image/jpeg"),
    WEBP(ProductMedia.Kind.IMAGE, "image/webp"),
    PDF(ProductMedia.Kind.DATA_SHEET, "application/pdf");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int WEBP_MARK = 8;

    final ProductMedia.Kind kind;
    final String contentType;

    ContentKind(ProductMedia.Kind kind, String contentType) {
        this.kind = kind;
        this.contentType = contentType;
    }

    static Optional<ContentKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return switch (this) {
            case PNG -> has(content, 0, PNG_HEAD);
            case JPEG -> has(content, 0, JPEG_HEAD);
            case WEBP -> has(content, 0, ascii("RIFF")) && has(content, WEBP_MARK, ascii("WEBP"));
            case PDF -> has(content, 0, ascii("%PDF-"));
        };
    }

    private static boolean has(byte[] content, int at, byte[] mark) {
        return content.length >= at + mark.length && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
