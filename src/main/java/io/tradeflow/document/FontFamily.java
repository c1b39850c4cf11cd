package io.tradeflow.document;

import java.io.IOException;
import java.util.Locale;

/** A typeface in regular and bold; where there is no bold the regular one serves. */
record FontFamily(String name, FontFile regular, FontFile bold) {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";

    /** The typeface of all documents: Latin, Greek, Cyrillic and more, and the rupee sign. */
    static FontFamily body() throws IOException {
        return new FontFamily(
                "DejaVu Sans Condensed",
                FontFile.read(FontBytes.brought(DEJAVU + ".ttf")),
                FontFile.read(FontBytes.brought(DEJAVU + "-Bold.ttf")));
    }

    boolean covers(int character) {
        return regular.coverage().get(character) && bold.coverage().get(character);
    }

    /** How well it goes with the body's typeface; less is better. */
    int strangeness() {
        String lower = name.toLowerCase(Locale.ROOT);
        int strangeness = lower.startsWith("noto sans") ? 0 : lower.contains("sans") ? 1 : 2;
        strangeness += lower.contains("serif") || lower.contains("mono") || lower.contains("looped") ? 4 : 0;
        strangeness += lower.endsWith(" ui") ? 1 : 0;
        return strangeness + (regular == bold ? 1 : 0);
    }
}
