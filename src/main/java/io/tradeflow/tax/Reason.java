package io.tradeflow.tax;

/**
 * Why something about the tax is as it is, for documents, screens and programs.
 *
 * @param code stable, in small letters and hyphens
 * @param text a sentence part for people
 * @param source where it is written: Act and section, rule, or notification
 */
public record Reason(String code, String text, String source) {

    @Override
    public String toString() {
        return source + ": " + text;
    }
}
