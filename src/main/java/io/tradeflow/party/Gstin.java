package io.tradeflow.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A GST identification number: 15 characters of one of the shapes the department gives out, with the right check
 * character. Whether the holder is a regular or composition taxpayer or an SEZ unit cannot be read off it.
 *
 * @param mode where the number is used; the portal's sandbox has made-up numbers that are wrong everywhere else
 */
public record Gstin(String value, Mode mode) {

    private static final int LENGTH = 15;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String OIDAR_PREFIX = "99";
    private static final Set<String> MADE_UP = Set.of("01AMBPG7773M002", "02AMBPG7773M002", "36AMBPG7773M002");

    /** LIVE takes true numbers only, SANDBOX also the ones the portal's sandbox gives out, which fail every rule. */
    public enum Mode {
        LIVE,
        SANDBOX
    }

    /** What kind of registration the shape tells. A shape is tried after those above it. */
    public enum Kind {
        TAXPAYER("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9ABD-J][0-9A-Z]"),
        GOVERNMENT("[0-9]{2}[A-Z]{4}[0-9]{5}[A-Z][0-9]Z[0-9]"),
        TAX_COLLECTOR("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]C[0-9A-Z]"),
        TAX_DEDUCTOR("[0-9]{2}[A-Z]{4}[A-Z0-9][0-9]{4}[A-Z][1-9A-Z]D[0-9A-Z]"),
        UN_BODY("[0-9]{4}[A-Z]{3}[0-9]{5}[UO]N[0-9A-Z]"),
        NON_RESIDENT("[0-9]{4}[A-Z]{3}[0-9]{5}NR[0-9A-Z]"),
        ONLINE_SERVICE_FROM_ABROAD("99[0-9]{2}[A-Z]{3}[0-9]{5}OS[0-9A-Z]");

        private final Pattern shape;

        Kind(String shape) {
            this.shape = Pattern.compile(shape);
        }

        private static Optional<Kind> of(String gstin) {
            return Arrays.stream(values())
                    .filter(kind -> kind.shape.matcher(gstin).matches())
                    .findFirst();
        }
    }

    /** Takes the number as people type it: spaces around it and small letters do not matter. */
    public Gstin {
        value = normalised(value);
        whyInvalid(value, mode).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** A true number. */
    public Gstin(String value) {
        this(value, Mode.LIVE);
    }

    /** As {@link #whyInvalid(String)}; in the sandbox its made-up numbers pass. */
    public static Optional<String> whyInvalid(String text, Mode mode) {
        return mode == Mode.SANDBOX && MADE_UP.contains(normalised(text)) ? Optional.empty() : whyInvalid(text);
    }

    /** What is wrong with a text as a GSTIN, in words for the person who typed it; empty if nothing is. */
    public static Optional<String> whyInvalid(String text) {
        String gstin = normalised(text);
        if (gstin.length() != LENGTH) {
            return Optional.of("A GSTIN has 15 characters; this one has " + gstin.length());
        }
        if (Kind.of(gstin).isEmpty()) {
            return Optional.of("'" + gstin + "' does not have the shape of a GSTIN");
        }
        String state = gstin.substring(0, 2);
        if (!state.equals(OIDAR_PREFIX) && GstStates.withCode(state).isEmpty()) {
            return Optional.of("No state has the code " + state);
        }
        return gstin.charAt(LENGTH - 1) == checkCharacter(gstin.substring(0, LENGTH - 1))
                ? Optional.empty()
                : Optional.of("The check character of '" + gstin + "' is wrong: probably a typing error");
    }

    /**
     * The fifteenth character for the first fourteen. Each one's value (0-9, then A-Z) counts once or twice in turn; the two
     * base-36 digits of each product are added; the character brings the sum to a multiple of 36.
     */
    public static char checkCharacter(String firstFourteen) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < firstFourteen.length(); i++) {
            int product = ALPHABET.indexOf(firstFourteen.charAt(i)) * (i % 2 + 1);
            sum += product / base + product % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    public Kind kind() {
        return MADE_UP.contains(value) ? Kind.TAXPAYER : Kind.of(value).orElseThrow();
    }

    /** The code of the state it was given out in, as printed; see {@link GstState#currentCode()} for codes replaced since. */
    public String stateCode() {
        return value.substring(0, 2);
    }

    /** The holder's PAN, where the number is built on one. */
    public Optional<String> pan() {
        return kind() == Kind.TAXPAYER || kind() == Kind.TAX_COLLECTOR
                ? Optional.of(value.substring(2, 12))
                : Optional.empty();
    }

    static String normalised(String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
