package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What the portal gave an invoice, read back from its PDF. */
class RegistrationPrintTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-26T09:30:00Z");
    private static final String IRN = "0123456789abcdef".repeat(4);
    private static final int DPI = 300;

    /** As long as the portal's: a header, a payload and an RSA signature of 2048 bits. */
    private static final String TOKEN = token(980);

    private final PdfRenderer renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));

    RegistrationPrintTest() throws IOException {}

    @Test
    void theSignedCodeIsReadBack() throws IOException, ReaderException {
        byte[] pdf = pdf(null);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(IRN.substring(0, 32), "112010036563", "26 Nov 2026, 15:00:00")
                    .doesNotContain("CANCELLED");
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
            assertThat(decoded(page)).isEqualTo(TOKEN);
        }
    }

    @Test
    void aCancelledInvoiceSaysSoAndCarriesNoCode() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("27 Nov 2026, 10:00:00"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("CANCELLED", "27 Nov 2026, 10:00:00");
        }
    }

    private byte[] pdf(String cancelledAt) throws IOException {
        String snapshot = Snapshots.with(
                Snapshots.json(Prints.invoice("Sahyadri Agro", 3)),
                "registration",
                new RegistrationPrint(IRN, "112010036563", "26 Nov 2026, 15:00:00", TOKEN, cancelledAt));
        byte[] pdf = renderer.render(DocumentKind.TAX_INVOICE, snapshot, Copy.ORIGINAL, FROZEN_AT);
        Files.write(Path.of("target", "registration" + (cancelledAt == null ? "" : "-cancelled") + ".pdf"), pdf);
        return pdf;
    }

    private static String token(int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        Random random = new Random(7);
        StringBuilder token = new StringBuilder("eyJhbGciOiJSUzI1NiJ9.");
        while (token.length() < length) {
            token.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return token.toString();
    }

    private static String decoded(BufferedImage page) throws ReaderException {
        int width = page.getWidth();
        int[] pixels = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
