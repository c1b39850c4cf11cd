package io.tradeflow.fulfilment.process;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the plain fields of the warehouse's forms. */
final class FormText {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private FormText() {}

    /** @return the text, null where nothing was entered */
    static String text(Map<String, Object> submitted, String field) {
        Object value = submitted.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Problem.invalid("invalid-field", field, "Text is expected");
        }
        return text.isBlank() ? null : text.strip();
    }

    /** A whole number above or equal to zero, entered as number or as text. */
    static int wholeNumber(Object value, String field) {
        String text = String.valueOf(value);
        if (!(value instanceof Integer || value instanceof Long || value instanceof String)
                || !text.matches("[0-9]{1,9}")) {
            throw Problem.invalid("invalid-field", field, "A whole number is expected");
        }
        return Integer.parseInt(text);
    }

    /** A decimal entered as text or as a whole number; a floating-point number is no decimal and refused. */
    static BigDecimal decimal(Object value, String field) {
        String text = String.valueOf(value);
        if (!(value instanceof Integer || value instanceof Long || value instanceof String)
                || !DECIMAL.matcher(text).matches()) {
            throw Problem.invalid("invalid-field", field, "A decimal such as 12.5 is expected");
        }
        return new BigDecimal(text);
    }
}
