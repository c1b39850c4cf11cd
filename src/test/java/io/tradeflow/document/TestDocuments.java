package io.tradeflow.document;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents room without the rest of the program. */
public final class TestDocuments {

    private TestDocuments() {}

    public static Documents on(JdbcClient jdbc, Clock clock) throws IOException {
        return new Documents(
                new DocumentRows(jdbc), new PdfRenderer(new Stylesheets(), new Typefaces(List.of())), clock);
    }

    public static FrozenDocument freezeInvoice(Documents documents, String number, String buyerCode) {
        return documents.freeze(
                DocumentKind.TAX_INVOICE, number, 0, "INQ-2627-000017", buyerCode, Prints.invoice("Sahyadri Agro", 2));
    }
}
