package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The papers that go with goods, read back from the PDF: their text by a stripper, their barcodes by a decoder. */
class GoodsPapersTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");
    private static final String SHIPMENT = "SHP-2627-000031";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int SCANNED_DPI = 200;

    private static PdfRenderer renderer;

    @BeforeAll
    static void setUp() throws IOException {
        renderer = new PdfRenderer(new Stylesheets(), new Typefaces(List.of()));
    }

    static Stream<Arguments> papers() {
        return Stream.of(
                Arguments.of(DocumentKind.PICKING_LIST, GoodsPrints.pickingList(9), 1, SHIPMENT),
                Arguments.of(DocumentKind.PICKING_LIST, GoodsPrints.pickingList(92), 5, SHIPMENT),
                Arguments.of(DocumentKind.QC_CERTIFICATE, GoodsPrints.certificate(5), 1, SHIPMENT),
                Arguments.of(DocumentKind.QC_CERTIFICATE, GoodsPrints.certificate(102), 5, SHIPMENT),
                Arguments.of(DocumentKind.SHIPPING_LABEL, GoodsPrints.labels(1, null), 1, SHIPMENT + "-001"),
                Arguments.of(DocumentKind.SHIPPING_LABEL, GoodsPrints.labels(5, null), 5, SHIPMENT + "-001"),
                Arguments.of(DocumentKind.DELIVERY_CHALLAN, GoodsPrints.challan(5, true), 1, "MH-2627-C00007"),
                Arguments.of(DocumentKind.DELIVERY_CHALLAN, GoodsPrints.challan(96, true), 5, "MH-2627-C00007"),
                Arguments.of(DocumentKind.WAYBILL, GoodsPrints.waybill(4), 1, SHIPMENT),
                Arguments.of(DocumentKind.WAYBILL, GoodsPrints.waybill(115), 5, SHIPMENT));
    }

    @ParameterizedTest(name = "{0}, {2} pages")
    @MethodSource("papers")
    void theBarcodeIsReadBackAndPagesAreNumbered(DocumentKind kind, Object print, int pages, String code)
            throws IOException {
        byte[] pdf = pdf(kind, print, Copy.ORIGINAL);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            picture(document, kind, pages);
            assertThat(decoded(scanned(document, 0)))
                    .extracting(Result::getText)
                    .contains(code);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document).replaceAll("[\\s\\u00A0]+", " ");
                assertThat(text)
                        .contains(
                                kind == DocumentKind.SHIPPING_LABEL
                                        ? page + "/" + pages
                                        : "Page " + page + " of " + pages)
                        .doesNotContain("#");
            }
        }
        assertThat(Sha256.hex(pdf(kind, print, Copy.ORIGINAL)))
                .as("the same snapshot gives the same bytes")
                .isEqualTo(Sha256.hex(pdf));
    }

    @Test
    void everyPackageHasItsOwnBarcode() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf(DocumentKind.SHIPPING_LABEL, GoodsPrints.labels(3, null), Copy.ORIGINAL))) {
            for (int page = 0; page < 3; page++) {
                assertThat(decoded(scanned(document, page)))
                        .extracting(Result::getText)
                        .containsExactly(SHIPMENT + "-00" + (page + 1));
            }
        }
    }

    @Test
    void aContainerCodeIsGs1() throws IOException {
        byte[] pdf = pdf(DocumentKind.SHIPPING_LABEL, GoodsPrints.labels(1, "089012345000000012"), Copy.ORIGINAL);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            Result read = decoded(scanned(document, 0)).get(0);
            assertThat(read.getText()).isEqualTo("00089012345000000012");
            assertThat(read.getResultMetadata().values())
                    .as("symbology identifier ]C1: Code 128 that begins with FNC1")
                    .contains("]C1");
        }
    }

    @ParameterizedTest
    @EnumSource(Copy.class)
    void aChallanSaysWhoseCopyItIs(Copy copy) throws IOException {
        String text = RenderingTest.text(pdf(DocumentKind.DELIVERY_CHALLAN, GoodsPrints.challan(2, true), copy));

        assertThat(text)
                .contains(
                        switch (copy) {
                            case ORIGINAL -> "ORIGINAL FOR CONSIGNEE";
                            case DUPLICATE -> "DUPLICATE FOR TRANSPORTER";
                            case TRIPLICATE -> "TRIPLICATE FOR CONSIGNER";
                        })
                .contains("MH-2627-C00007", "23 Nov 2026", "GSTIN 27AAECD4821K1ZQ", "GSTIN 27AABCS1429B1ZB")
                .contains("848210", "1,200", "1,52,775.00", "IGST", "18%", "27,499.50", "Tamil Nadu (33)")
                .contains("Replacement under warranty", "Authorised signatory", "351008765432");
    }

    @Test
    void aChallanOfNoSupplyShowsNoTax() throws IOException {
        assertThat(RenderingTest.text(pdf(DocumentKind.DELIVERY_CHALLAN, GoodsPrints.challan(2, false), Copy.ORIGINAL)))
                .contains("Transfer between own places of business", "no tax is charged", "3,05,550.00")
                .doesNotContain("IGST", "CGST", "Place of supply");
    }

    @Test
    void aLongChallanCarriesItsValueOver() throws IOException {
        assertThat(RenderingTest.text(pdf(DocumentKind.DELIVERY_CHALLAN, GoodsPrints.challan(60, true), Copy.ORIGINAL)))
                .contains("Carried over", "Brought forward");
    }

    @Test
    void aPickingListGoesByZoneAndBinAndNamesNoPrice() throws IOException {
        String text = RenderingTest.text(pdf(DocumentKind.PICKING_LIST, GoodsPrints.pickingList(9), Copy.ORIGINAL));

        assertThat(text)
                .contains("Zone A", "Zone B", "Zone C", "A-01-2", "B2611-1", "31 Mar 2028", "1,200.5 NOS", "☐")
                .contains("Packing: Pallets of at most 1.2 m")
                .doesNotContain("₹");
        assertThat(text.indexOf("Zone A")).isLessThan(text.indexOf("Zone B"));
    }

    @Test
    void aConsignmentNoteSaysWhoCarriesWhatAndWhoPays() throws IOException {
        assertThat(RenderingTest.text(pdf(DocumentKind.WAYBILL, GoodsPrints.waybill(3), Copy.ORIGINAL)))
                .contains("Consignor", "Consignee", "Deccan Roadways", "27AABCD1234E1Z5", "LR/2627-0045", "To pay")
                .contains("MH12AB1234", "MH14CD9876", "Breakdown", "351008765432", "₹ 7,21,098.50", "186.4 kg")
                .doesNotContain("127.3125");
    }

    @Test
    void everySymbologyIsReadBack() {
        assertThat(drawn(Barcode.of(Barcode.Symbology.CODE_128, "SHP-2627-000031", 30)))
                .isEqualTo("SHP-2627-000031");
        assertThat(drawn(Barcode.of(Barcode.Symbology.GS1_128, "[01]09501101530003[17]280331[10]B2611-1", 30)))
                .contains("0109501101530003", "17280331", "10B2611-1");
        assertThat(drawn(Barcode.of(Barcode.Symbology.QR, "https://orders.example/portal/SHP-2627-000031", 30)))
                .isEqualTo("https://orders.example/portal/SHP-2627-000031");
    }

    @Test
    void whatASymbolCannotSayIsRefused() {
        assertThatThrownBy(() -> Barcode.of(Barcode.Symbology.GS1_128, "[01]123", 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[01]123");
    }

    private static byte[] pdf(DocumentKind kind, Object print, Copy copy) {
        return renderer.render(kind, Snapshots.json(print), copy, FROZEN_AT);
    }

    private static String drawn(Barcode barcode) {
        int scale = 4;
        BufferedImage image =
                new BufferedImage(barcode.width() * scale, barcode.height() * scale, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(java.awt.Color.BLACK);
        barcode.bars()
                .forEach(bar ->
                        pen.fillRect((int) (bar.x * scale), (int) (bar.y * scale), (int) (bar.width * scale), (int)
                                (bar.height * scale)));
        pen.dispose();
        return decoded(image).get(0).getText();
    }

    private static BufferedImage scanned(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, SCANNED_DPI, ImageType.RGB);
    }

    private static List<Result> decoded(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return Arrays.asList(new GenericMultipleBarcodeReader(new MultiFormatReader())
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(light)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)));
        } catch (NotFoundException e) {
            throw new AssertionError("There is no barcode to be read", e);
        }
    }

    /** For people to look at: the first page and, of long ones, the last but one. */
    private static void picture(PDDocument document, DocumentKind kind, int pages) throws IOException {
        Files.createDirectories(PICTURES);
        for (int page : pages == 1 ? new int[] {0} : new int[] {0, 1, pages - 1}) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(page, 80, ImageType.RGB),
                    "png",
                    PICTURES.resolve("paper-" + kind.stylesheet() + "-" + pages + "-page-" + (page + 1) + ".png")
                            .toFile());
        }
    }
}
