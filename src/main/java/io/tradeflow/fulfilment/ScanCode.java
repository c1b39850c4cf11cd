package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Gs1;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scanner read: a GTIN, with batch and expiry where the barcode is a GS1 element string (application identifiers 01, 10 and 17, with or
 * without brackets), or any other text: a SKU, a batch or a bin.
 *
 * @param gtin 14 digits, null where there is none
 * @param text what is no barcode of GS1, null otherwise
 */
record ScanCode(String gtin, String batch, LocalDate expiresOn, String text) {

    private static final Pattern SYMBOLOGY = Pattern.compile("^](C1|d2|Q3|e0)");
    private static final Pattern BRACKETED = Pattern.compile("\\((\\d{2})\\)([^(]*)");
    private static final String GTIN = "01";
    private static final String BATCH = "10";
    private static final String EXPIRY = "17";
    private static final char SEPARATOR = '\u001d';
    private static final int GTIN_DIGITS = 14;
    private static final int DATE_DIGITS = 6;
    private static final int CENTURY = 2000;

    static ScanCode parse(String scanned) {
        String code = SYMBOLOGY.matcher(scanned.strip()).replaceFirst("");
        if (Gs1.isGtin(code)) {
            return new ScanCode(Gs1.gtin14(code), null, null, null);
        }
        ScanCode elements = code.startsWith("(") ? bracketed(code) : elements(code);
        return elements == null ? new ScanCode(null, null, null, code) : elements;
    }

    /** What the barcodes of products are asked for: the GTIN, or else the whole text. */
    String barcode() {
        return gtin == null ? text : gtin;
    }

    private static ScanCode bracketed(String code) {
        StringBuilder plain = new StringBuilder();
        Matcher parts = BRACKETED.matcher(code);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            plain.append(parts.group(1)).append(parts.group(2).strip());
            plain.append(BATCH.equals(parts.group(1)) ? String.valueOf(SEPARATOR) : "");
            end = parts.end();
        }
        return end == code.length() ? elements(plain.toString()) : null;
    }

    /** Null where it is no element string that begins with a right GTIN. */
    private static ScanCode elements(String code) {
        String gtin = null;
        String batch = null;
        LocalDate expiresOn = null;
        int at = 0;
        while (at < code.length()) {
            if (code.charAt(at) == SEPARATOR) {
                at++;
            } else if (code.startsWith(GTIN, at) && code.length() >= at + 2 + GTIN_DIGITS) {
                gtin = code.substring(at + 2, at + 2 + GTIN_DIGITS);
                at += 2 + GTIN_DIGITS;
            } else if (code.startsWith(EXPIRY, at) && code.length() >= at + 2 + DATE_DIGITS) {
                expiresOn = date(code.substring(at + 2, at + 2 + DATE_DIGITS));
                if (expiresOn == null) {
                    return null;
                }
                at += 2 + DATE_DIGITS;
            } else if (code.startsWith(BATCH, at) && code.length() > at + 2) {
                int end = code.indexOf(SEPARATOR, at);
                batch = code.substring(at + 2, end < 0 ? code.length() : end);
                at = end < 0 ? code.length() : end;
            } else {
                return null;
            }
        }
        return Gs1.isGtin(gtin) ? new ScanCode(gtin, batch, expiresOn, null) : null;
    }

    /** YYMMDD, where day 00 is the month's last. */
    private static LocalDate date(String digits) {
        try {
            YearMonth month = YearMonth.of(
                    CENTURY + Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2, 4)));
            int day = Integer.parseInt(digits.substring(4));
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        } catch (DateTimeException | NumberFormatException wrong) {
            return null;
        }
    }
}
