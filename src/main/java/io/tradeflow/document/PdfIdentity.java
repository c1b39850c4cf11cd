package io.tradeflow.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Replaces what FOP draws from the clock, the file's identifier and the dates of its metadata and attachments, by what the content says, so that equal
 * content gives equal files.
 */
final class PdfIdentity {

    private static final byte[] MARK = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 32;
    private static final byte[] METADATA_DATE = "<xmp:MetadataDate>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATE_DATE = "<xmp:CreateDate>".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] EMBEDDED_FILE = "/Type /EmbeddedFile".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PRODUCER = "/Producer (".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATED = "/CreationDate (".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MODIFIED = "/ModDate (".getBytes(StandardCharsets.US_ASCII);

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
        fixAttachments(pdf);
        return withIdentity(pdf, content);
    }

    /** Attached files are dated by the clock: they get the date of the document, which stands in its information dictionary. */
    private static void fixAttachments(byte[] pdf) {
        int embedded = indexOf(pdf, EMBEDDED_FILE, 0);
        if (embedded < 0) {
            return;
        }
        int document = dateAfter(pdf, CREATED, lastIndexOf(pdf, PRODUCER));
        int length = lengthOfDate(pdf, document);
        for (byte[] mark : List.of(CREATED, MODIFIED)) {
            int attached = dateAfter(pdf, mark, embedded);
            if (lengthOfDate(pdf, attached) != length) {
                throw new IllegalStateException("The PDF's attachment is not dated in the known form");
            }
            System.arraycopy(pdf, document, pdf, attached, length);
        }
    }

    private static int dateAfter(byte[] pdf, byte[] mark, int from) {
        int at = from < 0 ? -1 : indexOf(pdf, mark, from);
        if (at < 0) {
            throw new IllegalStateException("The PDF has no dates of the known form");
        }
        return at + mark.length;
    }

    private static int lengthOfDate(byte[] pdf, int start) {
        int end = start;
        while (end < pdf.length && pdf[end] != ')') {
            end++;
        }
        return end - start;
    }

    private static int indexOf(byte[] bytes, byte[] mark, int from) {
        for (int at = from; at <= bytes.length - mark.length; at++) {
            if (isAt(bytes, at, mark)) {
                return at;
            }
        }
        return -1;
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
            if (isAt(bytes, at, mark)) {
                return at;
            }
        }
        return -mark.length;
    }

    /** The first byte decides nearly everywhere. */
    private static boolean isAt(byte[] bytes, int at, byte[] mark) {
        return bytes[at] == mark[0] && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }
}
