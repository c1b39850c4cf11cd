package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A revised invoice in print: the words, and number and date of its original (CGST rule 53(1)). */
class RevisedInvoiceRenderingTest {

    @Test
    void saysThatItIsRevisedAndWhatItRevises() throws IOException {
        TaxInvoicePrint plain = Prints.invoice("Sahyadri Agro", 2);
        TaxInvoicePrint print = plain.revising(
                "Revised Invoice",
                "MH-2627-B00007 of 15 Jul 2026",
                "INR 54,999.00 besides the INR 3,05,550.00 of the bill, due on 27 Aug 2026",
                plain.bank(),
                "This revised invoice stands in place of bill of supply MH-2627-B00007 of 15 Jul 2026.");
        byte[] pdf = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()))
                .render(
                        DocumentKind.REVISED_INVOICE,
                        Snapshots.json(print),
                        Copy.TRIPLICATE,
                        Instant.parse("2026-07-28T09:30:00Z"));
        Files.write(Path.of("target", "revised-invoice.pdf"), pdf);

        assertThat(RenderingTest.text(pdf))
                .contains(
                        "Revised Invoice",
                        "TRIPLICATE FOR SUPPLIER",
                        "Revises bill of supply",
                        "MH-2627-B00007 of 15 Jul 2026",
                        "besides the INR 3,05,550.00",
                        "SGST");
        assertThat(RenderingTest.text(new PdfRenderer(new Stylesheets(), new Typefaces(List.of()))
                        .render(
                                DocumentKind.TAX_INVOICE,
                                Snapshots.json(plain),
                                Copy.ORIGINAL,
                                Instant.parse("2026-07-28T09:30:00Z"))))
                .doesNotContain("Revise");
    }
}
