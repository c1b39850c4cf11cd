package io.tradeflow.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Replaces the identifier that FOP draws from the clock by one drawn from the content, so that equal content gives equal files. */
final class PdfIdentity {

    private static final byte[] MARK = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 32;

    private PdfIdentity() {}

    static byte[] fixed(byte[] pdf, String content) {
        byte[] identity =
                Sha256.hex(content).substring(0, HEX_DIGITS).toUpperCase().getBytes(StandardCharsets.US_ASCII);
        int first = lastIndexOf(pdf, MARK) + MARK.length;
        int second = first + HEX_DIGITS + "> <".length();
        if (first < MARK.length || pdf[first + HEX_DIGITS] != '>' || pdf[second + HEX_DIGITS] != '>') {
            throw new IllegalStateException("The PDF has no identifier of the known form");
        }
        System.arraycopy(identity, 0, pdf, first, HEX_DIGITS);
        System.arraycopy(identity, 0, pdf, second, HEX_DIGITS);
        return pdf;
    }

    private static int lastIndexOf(byte[] bytes, byte[] mark) {
        for (int at = bytes.length - mark.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -mark.length;
    }
}
