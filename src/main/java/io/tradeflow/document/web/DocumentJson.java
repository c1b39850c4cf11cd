package io.tradeflow.document.web;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.FrozenDocument;
import java.time.Instant;

/** A document in a deal's list; {@code href} gives the PDF. */
record DocumentJson(
        long id,
        DocumentKind kind,
        String title,
        String number,
        int revision,
        String dealNumber,
        Instant frozenAt,
        String fileName,
        String href) {

    static DocumentJson of(FrozenDocument document) {
        return new DocumentJson(
                document.id(),
                document.kind(),
                document.kind().title(),
                document.number(),
                document.revision(),
                document.dealNumber(),
                document.frozenAt(),
                document.fileName(),
                "/api/v1/documents/" + document.id());
    }
}
