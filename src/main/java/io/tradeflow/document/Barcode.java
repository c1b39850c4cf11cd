package io.tradeflow.document;

import java.util.List;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A barcode as bars on a grid of modules, with the quiet zone its standard asks for.
 *
 * @param width in modules
 * @param height in modules
 */
record Barcode(int width, int height, List<Rectangle> bars) {

    /** The symbols documents carry. */
    enum Symbology {
        /** Any ASCII text: numbers of shipments and packages (ISO/IEC 15417). */
        CODE_128(10, 0),
        /** Application identifiers in square brackets, as in {@code [01]09501101530003[10]B1} (GS1 General Specifications). */
        GS1_128(10, 0),
        /** Longer text and addresses of pages, with a quarter of it restorable (ISO/IEC 18004, level Q). */
        QR(4, 4),
        /** Text of a thousand characters, such as a signed invoice, with a seventh of it restorable: level M keeps its modules readable. */
        QR_LONG(4, 4);

        private final int quietAside;
        private final int quietAbove;

        Symbology(int quietAside, int quietAbove) {
            this.quietAside = quietAside;
            this.quietAbove = quietAbove;
        }

        private Symbol symbol() {
            return switch (this) {
                case CODE_128 -> new Code128();
                case GS1_128 -> {
                    Code128 symbol = new Code128();
                    symbol.setDataType(Symbol.DataType.GS1);
                    yield symbol;
                }
                case QR -> qr(QrCode.EccLevel.Q);
                case QR_LONG -> qr(QrCode.EccLevel.M);
            };
        }

        private static QrCode qr(QrCode.EccLevel level) {
            QrCode symbol = new QrCode();
            symbol.setPreferredEccLevel(level);
            return symbol;
        }
    }

    Barcode {
        bars = List.copyOf(bars);
    }

    /**
     * @param barHeight of a linear symbol, in modules; a square one has its own
     * @throws IllegalArgumentException when the symbol cannot say this
     */
    static Barcode of(Symbology symbology, String content, int barHeight) {
        Symbol symbol = symbology.symbol();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setQuietZoneHorizontal(symbology.quietAside);
        symbol.setQuietZoneVertical(symbology.quietAbove);
        symbol.setBarHeight(barHeight);
        try {
            symbol.setContent(content);
        } catch (OkapiException e) {
            throw new IllegalArgumentException(
                    "'" + content + "' cannot be a barcode of kind " + symbology + ": " + e.getMessage(), e);
        }
        // the library counts the quiet zone in width and height, and leaves it to who draws to keep it free
        return new Barcode(
                symbol.getWidth(),
                symbol.getHeight(),
                symbol.getRectangles().stream()
                        .map(bar -> new Rectangle(
                                bar.x + symbology.quietAside, bar.y + symbology.quietAbove, bar.width, bar.height))
                        .toList());
    }

    /** All bars as one path, in modules: they print as vectors, sharp at any resolution. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Rectangle bar : bars) {
            path.append('M').append(figure(bar.x)).append(' ').append(figure(bar.y));
            path.append('h').append(figure(bar.width)).append('v').append(figure(bar.height));
            path.append('h').append(figure(-bar.width)).append('z');
        }
        return path.toString();
    }

    private static String figure(double modules) {
        return modules == Math.rint(modules) ? Long.toString((long) modules) : Double.toString(modules);
    }
}
