package io.tradeflow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a search as PostgreSQL asks for them. */
record SearchWords(String text, List<String> words) {

    /** Words beyond these do not count. */
    private static final int MOST_WORDS = 8;

    private static final int MOST_CHARACTERS = 120;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_SKU = 40;
    private static final Pattern MARKS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern SKU_MARKS = Pattern.compile("[./ -]");
    private static final Pattern OF_A_SKU = Pattern.compile("[a-z0-9]+");

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
    String query(Function<String, ? extends Collection<String>> meant) {
        return words.stream()
                .map(word -> meant.apply(word).stream()
                        .map(choice -> "'" + choice + "':*")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    /** Every word, whole. */
    String whole() {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
    }

    /**
     * LIKE patterns of what stands between blanks, marks within it included; none where no part is long enough to be looked
     * up by its trigrams.
     */
    List<String> parts() {
        List<String> parts = Stream.of(text.split("\\s+"))
                .map(part -> MARKS_AROUND.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        boolean tooShort = parts.stream().allMatch(part -> part.length() < SHORTEST_PART);
        return tooShort
                ? List.of()
                : parts.stream().map(part -> "%" + escaped(part) + "%").toList();
    }

    /** LIKE pattern of the text anywhere, as it was typed. */
    String phrase() {
        return "%" + escaped(text) + "%";
    }

    /** LIKE pattern of SKUs that begin with the text. */
    String skuBeginning() {
        return escaped(text) + "%";
    }

    /** LIKE pattern of SKUs without their marks that hold the text without its own; matches none where it cannot be a part of one. */
    String skuPart() {
        String part = SKU_MARKS.matcher(text).replaceAll("");
        boolean possible = part.length() >= SHORTEST_PART
                && part.length() <= LONGEST_SKU
                && OF_A_SKU.matcher(part).matches();
        return possible ? "%" + part + "%" : "";
    }

    /** All words with two neighbouring letters the other way round. */
    String[] transposed() {
        List<String> found = new ArrayList<>();
        for (String word : words) {
            IntStream.range(0, word.length() - 1)
                    .mapToObj(at ->
                            word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2))
                    .forEach(found::add);
        }
        return found.toArray(String[]::new);
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
