package io.tradeflow.tax;

import java.util.Locale;

/**
 * Why something about the tax is as it is, for documents, screens and programs.
 *
 * @param code stable, in small letters and hyphens
 * @param text a sentence part for people
 * @param source where it is written: Act and section, rule, or notification
 */
public record Reason(String code, String text, String source) {

    /** The code of a constant: BILL_TO becomes bill-to. */
    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return source + ": " + text;
    }
}
