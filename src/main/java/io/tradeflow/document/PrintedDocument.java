package io.tradeflow.document;

/** A document with its PDF; {@code sha256} of the bytes in lower-case hex tells whether two are the same. */
public record PrintedDocument(FrozenDocument document, byte[] pdf, String sha256) {

    static PrintedDocument of(FrozenDocument document, byte[] pdf) {
        return new PrintedDocument(document, pdf, Sha256.hex(pdf));
    }
}
