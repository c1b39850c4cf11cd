package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit and debit notes in print: the particulars of CGST rule 53(1A). */
class NoteRenderingTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-26T09:30:00Z");
    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    @ParameterizedTest(name = "{0} lines on {1} pages")
    @CsvSource({"2, 1", "60, 4"})
    void saysWhatItCorrects(int lines, int pages) throws IOException {
        byte[] pdf = pdf(DocumentKind.CREDIT_NOTE, Prints.note(lines, false), Copy.ORIGINAL);
        Files.write(Path.of("target", "note-" + lines + ".pdf"), pdf);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
        }
        assertThat(RenderingTest.text(pdf))
                .contains(
                        "Credit note",
                        "MH-2627-CN00007",
                        "ORIGINAL FOR RECIPIENT",
                        "Original tax invoices",
                        "MH-2627-000042",
                        "of 23 Nov 2026",
                        "MH-2627-000044",
                        "27AABCS1429B1ZB",
                        "Goods returned",
                        "value only",
                        "Round-off",
                        "Credit note total",
                        "Packages 3 and 4 arrived wet",
                        "reverse the input tax credit");
    }

    @Test
    void theSupplierKeepsTheSecondCopy() throws IOException {
        assertThat(RenderingTest.text(pdf(DocumentKind.DEBIT_NOTE, Prints.note(1, false), Copy.DUPLICATE)))
                .contains("DUPLICATE FOR SUPPLIER");
        assertThat(DocumentKind.CREDIT_NOTE.comesAs(Copy.TRIPLICATE)).isFalse();
        assertThat(DocumentKind.TAX_INVOICE.comesAs(Copy.TRIPLICATE)).isTrue();
        assertThat(DocumentKind.QUOTE.comesAs(Copy.DUPLICATE)).isFalse();
    }

    @Test
    void aCommercialNoteHasNoHeads() throws IOException {
        byte[] pdf = pdf(DocumentKind.CREDIT_NOTE, Prints.note(3, true), Copy.ORIGINAL);
        Files.write(Path.of("target", "note-commercial.pdf"), pdf);

        assertThat(RenderingTest.text(pdf)).doesNotContain("SGST", "IGST").contains("GST 0.00");
    }

    private static byte[] pdf(DocumentKind kind, NotePrint print, Copy copy) {
        return renderer.render(kind, Snapshots.json(print), copy, FROZEN_AT);
    }
}
