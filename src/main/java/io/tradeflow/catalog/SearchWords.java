package io.tradeflow.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a search as PostgreSQL asks for them. */
record SearchWords(String text, List<String> words) {

    /** Words beyond these do not count. */
    private static final int MOST_WORDS = 8;

    private static final int MOST_CHARACTERS = 120;
    private static final int SHORTEST_PART = 3;

    static SearchWords in(String text) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        String bounded = wanted.substring(0, Math.min(wanted.length(), MOST_CHARACTERS));
        List<String> words = Stream.of(bounded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new SearchWords(bounded, words);
    }

    boolean asksForAll() {
        return text.isEmpty();
    }

    /** Every word, whole or its beginning. Words hold letters and digits only, so nothing in them needs escaping. */
    String beginnings() {
        return query(List::of);
    }

    /** Every word, or one of those it may have been meant to be. */
    String query(Function<String, Collection<String>> meant) {
        return words.stream()
                .map(word -> meant.apply(word).stream()
                        .map(choice -> "'" + choice + "':*")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    /** LIKE patterns of all words, or none where one is too short to be looked for within others. */
    String[] parts() {
        boolean tooShort = words.stream().anyMatch(word -> word.length() < SHORTEST_PART);
        return tooShort
                ? new String[0]
                : words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }

    /** LIKE pattern of SKUs that begin with the text. */
    String skuBeginning() {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
