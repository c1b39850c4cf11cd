package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.kernel.Money;
import io.tradeflow.tax.AmountInWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invoices are PDF/A-3 with their data attached, stay the same to the byte, and carry their sums over from page to page. */
class ArchivedInvoiceTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");
    private static final Pattern LINE = Pattern.compile("BRG-6205-(\\d+)");
    private static final Pattern CARRIED = Pattern.compile("Carried over[\\s\u00a0]+([\\d,.]+)");
    private static final Pattern BROUGHT = Pattern.compile("Brought forward[\\s\u00a0]+([\\d,.]+)");
    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    @Test
    void saysThatItIsPdfA3AndBringsItsColoursAndTypefaces() throws IOException {
        try (PDDocument document = Loader.loadPDF(invoice(3, FROZEN_AT))) {
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata.replaceAll("\\s", ""))
                    .contains("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>");
            assertThat(document.getDocumentCatalog().getOutputIntents())
                    .singleElement()
                    .satisfies(
                            intent -> assertThat(intent.getDestOutputIntent()).isNotNull());
            assertThat(document.isEncrypted()).isFalse();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void bringsItsDataAlong() throws IOException {
        String snapshot = Snapshots.json(Prints.invoice("Sahyadri Agro", 3));
        try (PDDocument document = Loader.loadPDF(invoice(3, FROZEN_AT))) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("MH-2627-000042.json");
            assertThat(new ObjectMapper().readTree(file.getEmbeddedFile().toByteArray()))
                    .isEqualTo(new ObjectMapper().readTree(snapshot));
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat(((COSDictionary) associated.getObject(0)).getNameAsString(COSName.getPDFName("AFRelationship")))
                    .isEqualTo("Data");
            assertThat(file.getEmbeddedFile().getModDate().toInstant()).isEqualTo(FROZEN_AT);
        }
    }

    /** Whatever the clock says when it is rendered: the second rendering is at least a second later. */
    @Test
    void isTheSameToTheByteWheneverItIsRendered() throws IOException {
        byte[] first = invoice(2, FROZEN_AT);
        long second = System.currentTimeMillis() / 1_000;
        while (System.currentTimeMillis() / 1_000 == second) {
            Thread.onSpinWait();
        }

        assertThat(Sha256.hex(invoice(2, FROZEN_AT))).isEqualTo(Sha256.hex(first));
    }

    @Test
    void twentyPagesCarryTheirSumsOver() throws IOException {
        int lines = 355;
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(renderer.render(
                DocumentKind.TAX_INVOICE, Snapshots.json(Prints.longInvoice(lines)), Copy.ORIGINAL, FROZEN_AT))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }

        assertThat(pages).hasSize(20);
        int last = 0;
        String carried = null;
        for (int page = 0; page < pages.size(); page++) {
            String text = pages.get(page);
            assertThat(text)
                    .contains(page == 0 ? "MH-2627-000042" : "Tax invoice MH-2627-000042")
                    .contains("Page " + (page + 1) + " of 20");
            assertThat(found(BROUGHT, text))
                    .as("brought forward on page %s", page + 1)
                    .isEqualTo(carried);
            last = Math.max(last, lastLine(text));
            carried = found(CARRIED, text);
            if (last < lines) {
                assertThat(carried).as("carried over from page %s", page + 1).isEqualTo(sum(last));
            }
        }
        assertThat(last).isEqualTo(lines);
        assertThat(carried).isNull();
        assertThat(pages.toString())
                .as("the sums of crores stand apart")
                .containsPattern("Total[\\s\u00a0]+5,42,35,125\\.00 [\\d,]+\\.\\d\\d [\\d,]+\\.\\d\\d\\s");
    }

    private static int lastLine(String text) {
        int last = 0;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            last = Math.max(last, Integer.parseInt(line.group(1)));
        }
        return last;
    }

    private static String sum(int lines) {
        return AmountInWords.grouped(Money.of(new BigDecimal("152775.00").multiply(BigDecimal.valueOf(lines)), "INR"));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static byte[] invoice(int lines, Instant frozenAt) {
        return renderer.render(
                DocumentKind.TAX_INVOICE,
                Snapshots.json(Prints.invoice("Sahyadri Agro", lines)),
                Copy.ORIGINAL,
                frozenAt);
    }
}
