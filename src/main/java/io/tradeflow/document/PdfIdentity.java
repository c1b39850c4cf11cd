package io.tradeflow.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Replaces what FOP draws from the clock, the file's identifier and the date of its metadata, by what the content says, so that equal
 * content gives equal files.
 */
final class PdfIdentity {

    private static final byte[] MARK = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 32;
    private static final byte[] METADATA_DATE = "<xmp:MetadataDate>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATE_DATE = "<xmp:CreateDate>".getBytes(StandardCharsets.US_ASCII);

    private PdfIdentity() {}

    static byte[] fixed(byte[] pdf, String content) {
        int createDate = lastIndexOf(pdf, CREATE_DATE) + CREATE_DATE.length;
        int metadataDate = lastIndexOf(pdf, METADATA_DATE) + METADATA_DATE.length;
        int length = lengthOfText(pdf, createDate);
        if (createDate < CREATE_DATE.length
                || metadataDate < METADATA_DATE.length
                || lengthOfText(pdf, metadataDate) != length) {
            throw new IllegalStateException("The PDF has no metadata of the known form");
        }
        System.arraycopy(pdf, createDate, pdf, metadataDate, length);
        return withIdentity(pdf, content);
    }

    private static byte[] withIdentity(byte[] pdf, String content) {
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

    private static int lengthOfText(byte[] pdf, int start) {
        int end = start;
        while (end < pdf.length && pdf[end] != '<') {
            end++;
        }
        return end - start;
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
