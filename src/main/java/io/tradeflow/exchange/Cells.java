package io.tradeflow.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cells as files have them: plain numbers without needless zeros, ISO dates; nothing where there is nothing. */
class Cells {

    private final Map<String, String> byColumn = new LinkedHashMap<>();

    Cells put(String column, Object value) {
        String text = text(value);
        if (text != null) {
            byColumn.put(column, text);
        }
        return this;
    }

    Map<String, String> byColumn() {
        return byColumn;
    }

    static String text(Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof BigDecimal number
                ? (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString()
                : value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
