package io.tradeflow.party;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A state or union territory as GST counts them.
 *
 * @param code two digits, the first two of a GSTIN
 * @param pinPrefixes ranges of the first three digits of its PIN codes; empty where no range is published, then any PIN
 *     passes
 * @param replacedBy the code in use today, where this one stands on old GSTINs only
 * @param stateTax what the state's half of the tax is called: SGST, or UTGST in a territory without a legislature
 */
public record GstState(
        String code, String name, List<PrefixRange> pinPrefixes, Optional<String> replacedBy, String stateTax) {

    private static final Pattern PIN = Pattern.compile("[1-9][0-9]{5}");
    private static final int PREFIX_DIGITS = 3;

    /** First three digits of PIN codes, both ends included. */
    public record PrefixRange(int first, int last) {

        boolean contains(int prefix) {
            return first <= prefix && prefix <= last;
        }
    }

    public GstState {
        pinPrefixes = List.copyOf(pinPrefixes);
    }

    /** Whether addresses may still carry this code. */
    public boolean isCurrent() {
        return replacedBy.isEmpty();
    }

    /** The code of the state that this one is today. */
    public String currentCode() {
        return replacedBy.orElse(code);
    }

    /** Whether the text has the shape of a PIN code: six digits, the first not zero. */
    public static boolean isPin(String text) {
        return text != null && PIN.matcher(text).matches();
    }

    /** Whether a PIN code of the right shape can lie in this state. */
    public boolean canHavePin(String pin) {
        int prefix = Integer.parseInt(pin.substring(0, PREFIX_DIGITS));
        return pinPrefixes.isEmpty() || pinPrefixes.stream().anyMatch(range -> range.contains(prefix));
    }
}
