package io.tradeflow.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What documents print, read back from the PDF. */
class RenderingTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");

    private final PdfRenderer renderer = rendererWith(FontFolders.usual());

    @Test
    void samples() throws IOException {
        for (int i = 0; i < 3; i++) {
            keep(
                    "invoice-1",
                    renderer.render(
                            DocumentKind.TAX_INVOICE,
                            Snapshots.json(Prints.invoice("Sahyadri Agro", 4)),
                            Copy.ORIGINAL,
                            FROZEN_AT));
        }
        keep(
                "invoice-3",
                renderer.render(
                        DocumentKind.TAX_INVOICE,
                        Snapshots.json(Prints.invoice("श्री सह्याद्री कृषि उद्योग", 48)),
                        Copy.ORIGINAL,
                        FROZEN_AT));
        keep(
                "export",
                renderer.render(
                        DocumentKind.TAX_INVOICE, Snapshots.json(Prints.exportInvoice()), Copy.ORIGINAL, FROZEN_AT));
        keep(
                "quote",
                renderer.render(
                        DocumentKind.QUOTE,
                        Snapshots.json(Prints.quote("Sahyadri Agro Private Limited", 5)),
                        Copy.ORIGINAL,
                        FROZEN_AT));
        keep(
                "slip",
                renderer.render(
                        DocumentKind.PACKING_SLIP,
                        Snapshots.json(Prints.packingSlip("Sahyadri Agro Private Limited")),
                        Copy.ORIGINAL,
                        FROZEN_AT));
        String one = Snapshots.json(Prints.invoice("Sahyadri Agro", 4));
        for (int i = 0; i < 60; i++) {
            renderer.render(DocumentKind.TAX_INVOICE, one, Copy.ORIGINAL, FROZEN_AT);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            renderer.render(DocumentKind.TAX_INVOICE, one, Copy.ORIGINAL, FROZEN_AT);
        }
        Files.writeString(Path.of("target/rendering.txt"), (System.nanoTime() - start) / 50_000 + " us\n");
    }

    static PdfRenderer rendererWith(List<Path> folders) {
        try {
            return new PdfRenderer(new Stylesheets(), new Typefaces(folders));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
