package io.tradeflow.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the e-way bill portal knows a transporter by: its GSTIN, or an enrolment number beginning with 88. The check character of either
 * may be wrong and is not looked at.
 */
public record TransporterId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{15}");

    /** Takes the number as people type it: spaces around it and small letters do not matter. */
    public TransporterId {
        value = Gstin.normalised(value);
        whyInvalid(value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** What is wrong with a text as a transporter's number; empty if nothing is. */
    public static Optional<String> whyInvalid(String text) {
        return text != null && SHAPE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("A GSTIN or enrolment number of 15 capital letters and digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
