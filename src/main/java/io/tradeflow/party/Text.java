package io.tradeflow.party;

/** Text as people type it. */
final class Text {

    private Text() {}

    /** Without spaces around it; null where nothing is left. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
