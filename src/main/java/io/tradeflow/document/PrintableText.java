package io.tradeflow.document;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;

/**
 * Makes any text printable with given typefaces: what none of them covers is transliterated to Latin. Where the typeface changes inside a
 * word a zero-width space is put, because FOP chooses one typeface per word.
 */
final class PrintableText {

    private static final char BOUNDARY = '\u200B';
    private static final char UNKNOWN = '?';
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; NFC");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private final List<FontFamily> families;

    PrintableText(List<FontFamily> families) {
        this.families = families;
    }

    String of(String text) {
        return isPlain(text)
                ? text
                : separated(transliterated(Normalizer2.getNFCInstance().normalize(text)));
    }

    /** Printable ASCII is most of what documents say. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private String transliterated(String text) {
        StringBuilder printable = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfUncovered(text, at);
            if (end > at) {
                appendLatin(printable, text.substring(at, end));
                at = end;
            } else {
                int character = text.codePointAt(at);
                if (!Character.isISOControl(character) || character == '\n') {
                    printable.appendCodePoint(character);
                } else {
                    printable.append(' ');
                }
                at += Character.charCount(character);
            }
        }
        return printable.toString();
    }

    /** A stretch that no typeface covers, with the invisible joiners inside it. */
    private int endOfUncovered(String text, int start) {
        int end = start;
        for (int at = start; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean visible = Typefaces.isVisible(character);
            if (Character.isISOControl(character) || (visible && familyOf(character) >= 0)) {
                break;
            }
            if (visible || end > start) {
                end = at + Character.charCount(character);
            } else {
                break;
            }
        }
        return end;
    }

    private void appendLatin(StringBuilder printable, String uncovered) {
        String latin = TO_LATIN.transliterate(uncovered);
        latin.codePoints().filter(Typefaces::isVisible).forEach(c -> {
            if (familyOf(c) >= 0) {
                printable.appendCodePoint(c);
            } else {
                String ascii = TO_ASCII.transliterate(Character.toString(c));
                printable.append(ascii.chars().allMatch(a -> a < 0x7F) ? ascii : String.valueOf(UNKNOWN));
            }
        });
    }

    private String separated(String text) {
        StringBuilder separated = new StringBuilder();
        int current = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            int family = belongsToItsNeighbour(character, current) ? current : Math.max(0, familyOf(character));
            boolean insideWord =
                    at > 0 && !Character.isWhitespace(character) && !Character.isWhitespace(text.codePointBefore(at));
            if (family != current && insideWord) {
                separated.append(BOUNDARY);
            }
            separated.appendCodePoint(character);
            current = family;
        }
        return separated.toString();
    }

    private boolean belongsToItsNeighbour(int character, int family) {
        boolean dependent = Character.UnicodeScript.of(character) == Character.UnicodeScript.INHERITED
                || !Typefaces.isVisible(character);
        return dependent && families.get(family).covers(character);
    }

    /** Position of the first typeface that covers the character, or -1. */
    private int familyOf(int character) {
        for (int i = 0; i < families.size(); i++) {
            if (families.get(i).covers(character)) {
                return i;
            }
        }
        return -1;
    }
}
