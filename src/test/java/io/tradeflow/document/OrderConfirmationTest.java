package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The confirmation of an order, short and long, first and changed. */
class OrderConfirmationTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");
    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    @ParameterizedTest(name = "{0} lines on {1} pages")
    @CsvSource({"1, 1", "80, 5"})
    void everyLineStandsWithItsDayAndSubtotalsAreCarriedOver(int lines, int pages) throws IOException {
        List<String> texts = pages(pdf(Prints.orderConfirmation(lines, 0)));

        assertThat(texts).hasSize(pages);
        assertThat(texts)
                .allSatisfy(text -> assertThat(text).contains("SO-2627-000023").doesNotContain("Revision"));
        assertThat(texts.get(0)).contains("SAP/4500017788", "22 Nov 2026", "All at once", "DAP Chennai", "Wanted by");
        String whole = String.join("\n", texts);
        assertThat(whole)
                .contains("15 Dec 2026", "BRG-6205-" + lines, "Order total", "45,000.00", "30%", "Amount in words")
                .contains("Unload between 10:00 and 16:00")
                .doesNotContain("Promised for");
        for (int page = 1; page < pages; page++) {
            assertThat(texts.get(page - 1)).contains("Carried over");
            assertThat(texts.get(page)).contains("Brought forward");
        }
    }

    @Test
    void aChangedOrderSaysWhatIsDifferentAndReplacesTheEarlierOnes() throws IOException {
        assertThat(String.join("\n", pages(pdf(Prints.orderConfirmation(2, 3)))))
                .contains("Revision 3", "Changed with this revision", "was 1,000", "25 Nov 2026")
                .contains("replaces all earlier", "Of these 200 will not be delivered");
    }

    @Test
    void theSameSnapshotPrintsTheSameBytes() {
        assertThat(pdf(Prints.orderConfirmation(20, 1))).isEqualTo(pdf(Prints.orderConfirmation(20, 1)));
    }

    private static byte[] pdf(OrderConfirmationPrint print) {
        return renderer.render(DocumentKind.ORDER_CONFIRMATION, Snapshots.json(print), Copy.ORIGINAL, FROZEN_AT);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replace('\u00a0', ' '));
            }
        }
        return texts;
    }
}
