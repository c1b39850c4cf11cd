package io.tradeflow.kernel;

import java.util.regex.Pattern;

/**
 * The number of a document, for example {@code QTN-2627-000123}: series, financial year, serial. At most 16 characters
 * out of A-Z, 0-9 and the hyphen, so that it also serves tax documents (CGST rule 46(b)) and stands in an address.
 */
public record DocumentNumber(String value) {

    private static final int LONGEST = 16;
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    public DocumentNumber {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no document number: at most " + LONGEST
                    + " characters, capital letters, digits and hyphens");
        }
    }

    public static DocumentNumber of(String series, FinancialYear year, long serial) {
        return new DocumentNumber("%s-%s-%06d".formatted(series, year.code(), serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
