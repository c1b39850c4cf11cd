package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.AmountInWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes of one, two and many pages: subtotals carried over, headings repeated, nothing left alone on a page. */
class LongQuoteTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");
    private static final Pattern LINE = Pattern.compile("BRG-6205-(\\d+)");
    private static final Pattern CARRIED = Pattern.compile("Carried over[\\s\u00a0]+([\\d,.]+)");
    private static final Pattern BROUGHT = Pattern.compile("Brought forward[\\s\u00a0]+([\\d,.]+)");
    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    @ParameterizedTest(name = "{0} lines on {1} pages")
    @CsvSource({"1, 1", "14, 2", "345, 20"})
    void subtotalsAreCarriedOver(int lines, int pages) throws IOException {
        List<String> texts = pages(Prints.longQuote(lines, false));

        assertThat(texts).hasSize(pages);
        int last = 0;
        String carried = null;
        for (int page = 0; page < texts.size(); page++) {
            String text = texts.get(page);
            assertThat(text).contains("Page " + (page + 1) + " of " + pages).contains("QTN-2627-000017 · Revision 2");
            assertThat(found(BROUGHT, text))
                    .as("brought forward on page %s", page + 1)
                    .isEqualTo(carried);
            last = Math.max(last, lastLine(text, lines));
            carried = found(CARRIED, text);
            if (last < lines) {
                assertThat(carried).as("carried over from page %s", page + 1).isEqualTo(sum(last));
                assertThat(text).contains("Your price");
            } else {
                assertThat(carried).as("nothing after the last line").isNull();
            }
        }
        assertThat(last).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 10, 11, 12, 13, 31, 33})
    void theTotalsAreNeverAloneOnAPage(int lines) throws IOException {
        List<String> texts = pages(Prints.longQuote(lines, false));

        assertThat(texts)
                .filteredOn(text -> text.contains("Quote total"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("BRG-6205-" + lines, "Goods", "Order discount", "7.5%", "Freight", "Packing"));
    }

    /** The figure brought forward stands on a line of its own, over nothing else. */
    @Test
    void whatIsBroughtForwardStandsOverNoLine() throws IOException {
        nothingIsPrintedOver(renderer.render(
                DocumentKind.QUOTE, Snapshots.json(Prints.longQuote(60, false)), Copy.ORIGINAL, FROZEN_AT));
        nothingIsPrintedOver(renderer.render(
                DocumentKind.TAX_INVOICE, Snapshots.json(Prints.longInvoice(60)), Copy.ORIGINAL, FROZEN_AT));
    }

    private static void nothingIsPrintedOver(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 2; page < document.getNumberOfPages(); page++) {
                Map<Float, StringBuilder> rows = rows(document, page);
                float brought = rows.entrySet().stream()
                        .filter(row -> row.getValue().toString().contains("Brought forward"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
                assertThat(rows.keySet()).as("page %s", page).noneMatch(y -> y != brought && Math.abs(y - brought) < 7);
                assertThat(rows.get(brought).toString()).doesNotContain("NOS", "18%", "BRG");
            }
        }
    }

    /** What stands on the page, by its distance from the top. */
    private static Map<Float, StringBuilder> rows(PDDocument document, int page) throws IOException {
        Map<Float, StringBuilder> rows = new TreeMap<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                rows.computeIfAbsent(positions.get(0).getYDirAdj(), y -> new StringBuilder())
                        .append(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return rows;
    }

    @ParameterizedTest(name = "invoice of {0} lines")
    @ValueSource(ints = {2, 40, 200})
    void anInvoiceCarriesItsTaxableValueOver(int lines) throws IOException {
        byte[] pdf = renderer.render(
                DocumentKind.TAX_INVOICE, Snapshots.json(Prints.longInvoice(lines)), Copy.ORIGINAL, FROZEN_AT);
        List<String> texts = texts(pdf);

        int last = 0;
        String carried = null;
        for (String text : texts) {
            assertThat(found(BROUGHT, text)).isEqualTo(carried);
            last = Math.max(last, lastLine(text, lines));
            carried = found(CARRIED, text);
            assertThat(carried).isEqualTo(last < lines ? sum(last) : null);
        }
        assertThat(last).isEqualTo(lines);
        assertThat(texts.size() > 1).isEqualTo(lines > 2);
    }

    @Test
    void choicesStandApartWithTheirOwnPrices() throws IOException {
        String text = String.join("\n", pages(Prints.longQuote(4, false)));

        assertThat(text)
                .contains("Optional and alternative, not in the total", "Instead of line 1", "BRG-6205-6")
                .contains("DAP Chennai", "Thank you for your inquiry", "Goods remain our property")
                .doesNotContain("#", "DRAFT");
    }

    @Test
    void everyPageOfAPreviewIsMarked() throws IOException {
        // the letters stand one above the other
        assertThat(pages(Prints.longQuote(14, true)))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.replaceAll("\\s", "")).contains("DRAFT"));
    }

    private static int lastLine(String text, int lines) {
        int last = 0;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            int no = Integer.parseInt(line.group(1));
            last = no <= lines ? Math.max(last, no) : last;
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

    private static List<String> pages(QuotePrint print) throws IOException {
        return texts(renderer.render(DocumentKind.QUOTE, Snapshots.json(print), Copy.ORIGINAL, FROZEN_AT));
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document));
            }
        }
        return texts;
    }
}
