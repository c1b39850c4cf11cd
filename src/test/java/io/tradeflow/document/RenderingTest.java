package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What documents print, read back from the PDF. */
class RenderingTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");
    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    @Test
    void aTaxInvoicePrintsTheParticularsOfRule46() throws IOException {
        String text = text(invoice(Prints.invoice("Sahyadri Agro Private Limited", 4), Copy.ORIGINAL));

        assertThat(text)
                .as("(a) supplier")
                .contains("Deccan Drives and Bearings Private Limited", "MIDC Bhosari", "GSTIN 27AAECD4821K1ZQ")
                .as("(b), (c) number and date")
                .contains("MH-2627-000042", "23 Nov 2026")
                .as("(d), (e), (o) recipient and delivery address")
                .contains("Sahyadri Agro Private Limited", "GSTIN 27AABCS1429B1ZB", "State code 27")
                .contains("52 Ambattur Industrial Estate", "State code 33")
                .as("(g), (h), (i) HSN, description, quantity and unit")
                .contains("848210", "Nitrile O-ring 40 × 3 mm", "1,200", "NOS")
                .as("(j), (k), (l), (m) values, rates and amounts per head")
                .contains("1,52,775.00", "CGST", "SGST", "9%", "13,749.75", "54,999.00")
                .as("discount, round-off and total")
                .contains("12.5%", "−87,300.00", "Round-off", "₹ 7,21,098.50")
                .as("(n), (p), (q) place of supply, reverse charge, signature")
                .contains("Maharashtra (27)", "Tax payable on reverse charge", "No", "Authorised signatory")
                .as("practice: words, HSN summary, bank, references")
                .contains("Rupees One Lakh Eighty Thousand", "Tax by HSN", "SBIN0000454", "deccandrives@sbi")
                .contains("PO/SA/2026-1187", "SO-2627-000012", "ORIGINAL FOR RECIPIENT", "Page 1 of 1")
                .doesNotContain("#");
    }

    @ParameterizedTest
    @EnumSource(Copy.class)
    void eachCopySaysWhoseItIs(Copy copy) throws IOException {
        assertThat(text(invoice(Prints.invoice("Sahyadri Agro", 1), copy)))
                .contains(copy.label().toUpperCase());
    }

    @Test
    void anExportInvoicePrintsEndorsementLutAndRupees() throws IOException {
        String text = text(invoice(Prints.exportInvoice(), Copy.ORIGINAL));

        assertThat(text)
                .contains("UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX")
                .contains("AD270326000123X", "Germany", "Other Countries (96)", "1 USD = ₹ 88.45", "₹ 10,91,97,451.15")
                .contains("$ 1,234,567.00", "3111004562")
                .doesNotContain("Discount", "Round-off", "#");
    }

    @Test
    void linesThatDoNotFitGoOnUnderTheSameHeadings() throws IOException {
        byte[] pdf = invoice(Prints.invoice("Sahyadri Agro", 40), Copy.ORIGINAL);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            for (int page = 1; page <= 3; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertThat(text).contains("MH-2627-000042", "Page " + page + " of 3");
                assertThat(text).contains("Description of goods", "Taxable value");
            }
        }
    }

    @Test
    void aQuotePrintsValidityPricesAndTerms() throws IOException {
        assertThat(text(renderer.render(
                        DocumentKind.QUOTE,
                        Snapshots.json(Prints.quote("Sahyadri Agro", 5)),
                        Copy.ORIGINAL,
                        FROZEN_AT)))
                .contains("QTN-2627-000017 · Revision 2", "Valid until", "8 Dec 2026", "Asha Nair")
                .contains("145.50", "12.5%", "127.3125", "18%", "₹ 9,01,372.50", "Ex works Pune, GST extra")
                .contains("Goods remain our property until paid in full.", "This is not a tax invoice")
                .doesNotContain("#");
    }

    @Test
    void aPackingSlipPrintsBatchesButNoPrices() throws IOException {
        assertThat(text(renderer.render(
                        DocumentKind.PACKING_SLIP,
                        Snapshots.json(Prints.packingSlip("Sahyadri Agro")),
                        Copy.ORIGINAL,
                        FROZEN_AT)))
                .contains("SHP-2627-000031", "B2611-1", "31 Mar 2028", "1,200.5 NOS", "186.4 kg", "Keep dry.")
                .contains("PO/SA/2026-1187", "Ravi Shinde")
                .doesNotContain("₹", "HSN summary", "#");
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() throws IOException {
        byte[] first = invoice(Prints.invoice("Sahyadri Agro", 3), Copy.ORIGINAL);
        PdfRenderer afterRestart = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));

        byte[] second = afterRestart.render(
                DocumentKind.TAX_INVOICE, Snapshots.json(Prints.invoice("Sahyadri Agro", 3)), Copy.ORIGINAL, FROZEN_AT);

        assertThat(Sha256.hex(second)).isEqualTo(Sha256.hex(first));
    }

    private static byte[] invoice(TaxInvoicePrint print, Copy copy) {
        return renderer.render(DocumentKind.TAX_INVOICE, Snapshots.json(print), copy, FROZEN_AT);
    }

    /** The text with ordinary spaces, lines joined. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }
}
