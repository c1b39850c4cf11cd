package io.tradeflow.party;

import java.util.Optional;
import java.util.regex.Pattern;

/** A permanent account number of income tax, which most GSTINs are built on: five letters, four digits, a letter. */
public record Pan(String value) {

    static final Pattern SHAPE = Pattern.compile("[A-Z]{5}[0-9]{4}[A-Z]");

    /** Takes the number as people type it: spaces around it and small letters do not matter. */
    public Pan {
        value = Gstin.normalised(value);
        whyInvalid(value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** What is wrong with a text as a PAN; empty if nothing is. */
    public static Optional<String> whyInvalid(String text) {
        String pan = Gstin.normalised(text);
        return SHAPE.matcher(pan).matches()
                ? Optional.empty()
                : Optional.of("'" + pan + "' is no PAN: five letters, four digits and a letter");
    }

    @Override
    public String toString() {
        return value;
    }
}
