package io.tradeflow.returns.process;

import io.tradeflow.kernel.Problem;
import java.util.Map;

/** Reads the text fields of the forms of returns. */
final class SubmittedText {

    private SubmittedText() {}

    /** Without the blanks around it; null where nothing was entered. */
    static String of(Map<String, Object> submitted, String field) {
        Object value = submitted.get(field);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid("invalid-field", field, "Text is expected");
        }
        return value == null || ((String) value).isBlank() ? null : ((String) value).strip();
    }
}
