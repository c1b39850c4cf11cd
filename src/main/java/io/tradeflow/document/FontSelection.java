package io.tradeflow.document;

import java.util.List;
import java.util.stream.Collectors;

/** What one document is set in: the typefaces in order of preference, and whether its scripts need shaping. */
record FontSelection(List<FontFamily> families, boolean shaping) {

    FontSelection {
        families = List.copyOf(families);
    }

    @Override
    public String toString() {
        return families.stream().map(FontFamily::name).collect(Collectors.joining(", "));
    }
}
