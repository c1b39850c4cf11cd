package io.tradeflow.document;

import java.time.Instant;

/** A document whose content is fixed; its PDF can be rendered again from the snapshot at any time, identical. */
public record FrozenDocument(
        long id,
        DocumentKind kind,
        String number,
        int revision,
        String dealNumber,
        String buyerCode,
        Instant frozenAt) {

    /** For example {@code QTN-2627-000001-R1.pdf}. */
    public String fileName() {
        return number + (kind == DocumentKind.QUOTE ? "-R" + revision : "") + kind.fileSuffix() + ".pdf";
    }
}
