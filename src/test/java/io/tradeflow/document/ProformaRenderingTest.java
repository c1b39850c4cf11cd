package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A proforma invoice in print, with and without an advance, on one page and on several. */
class ProformaRenderingTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void itSaysThatItIsNoTaxInvoiceAndAsksForTheAdvance() throws IOException {
        String text = text(print(3, new BigDecimal("4500.00")));

        assertThat(text)
                .contains("PF-2627-000007", "NOT A TAX INVOICE", "Proforma invoice – not a tax invoice.", "Valid until")
                .contains("4,500.00 as advance, 30% of the total", "Scan to pay by UPI", "CGST", "Amount in words")
                .doesNotContain("Invoice total", "Declaration", "Invoice date");
    }

    @Test
    void withoutAnAdvanceTheTotalIsAskedForAndLongOnesCarryOver() throws IOException {
        String text = text(print(60, null));

        assertThat(text)
                .contains("if you pay before the goods leave", "Brought forward", "Carried over")
                .doesNotContain("as advance");
    }

    private static ProformaPrint print(int lines, BigDecimal advance) {
        TaxInvoicePrint invoice = Prints.invoice("Sahyadri Agro", lines);
        BankPrint bank = invoice.bank();
        return new ProformaPrint(
                "PF-2627-000007",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 12, 8),
                invoice.seller(),
                invoice.billTo(),
                null,
                invoice.reference(),
                invoice.supply(),
                invoice.currency(),
                invoice.lines().stream()
                        .map(line -> line.carrying(line.taxableValue().multiply(BigDecimal.valueOf(line.lineNo()))))
                        .toList(),
                invoice.totals(),
                invoice.amountInWords(),
                advance,
                advance == null ? null : "30",
                invoice.paymentTerms(),
                "DAP Chennai",
                List.of("Prices hold for the quantities stated.", "Goods are ours until they are paid."),
                new BankPrint(
                        bank.accountName(),
                        bank.bank(),
                        bank.accountNumber(),
                        bank.ifsc(),
                        null,
                        "deccan@upi",
                        "upi://pay?pa=deccan@upi&pn=Deccan&am=4500.00&cu=INR&tr=PF-2627-000007"));
    }

    private static String text(ProformaPrint print) throws IOException {
        byte[] pdf = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()))
                .render(DocumentKind.PROFORMA_INVOICE, Snapshots.json(print), Copy.ORIGINAL, FROZEN_AT);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
