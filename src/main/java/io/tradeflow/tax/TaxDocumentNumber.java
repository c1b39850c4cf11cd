package io.tradeflow.tax;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a tax document by CGST rule 46(b): at most 16 letters, digits, hyphens and slashes, unique per GSTIN, financial year and
 * type of document. Capitals and small letters are one since 1 June 2025, when the IRP began to register numbers in capitals.
 */
public record TaxDocumentNumber(String value) {

    /** Most characters. */
    public static final int LONGEST = 16;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9/-]+");
    private static final Pattern WRONG_START = Pattern.compile("[0/-].*");

    /** @throws IllegalArgumentException saying why it is none */
    public TaxDocumentNumber {
        whyInvalid(value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** What is wrong with a text as the number of a tax document; empty if nothing is. */
    public static Optional<String> whyInvalid(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of("A tax document needs a number");
        }
        if (text.length() > LONGEST) {
            return Optional.of(
                    "A document number has at most " + LONGEST + " characters; this one has " + text.length());
        }
        return SHAPE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("'" + text + "' has other characters than letters, digits, hyphens and slashes");
    }

    /** What keeps a text from being registered with the IRP, which wants more than the rule does; empty if nothing does. */
    public static Optional<String> whyNotRegistered(String text) {
        return whyInvalid(text)
                .or(() -> WRONG_START.matcher(text).matches()
                        ? Optional.of("The IRP takes no number that begins with 0, a slash or a hyphen: '" + text + "'")
                        : Optional.empty());
    }

    /** What is compared when numbers must differ, and what the IRP registers. */
    public String key() {
        return value.toUpperCase(Locale.ROOT);
    }

    public boolean clashesWith(TaxDocumentNumber other) {
        return key().equals(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
