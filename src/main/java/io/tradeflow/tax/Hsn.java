package io.tradeflow.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many digits the code of goods or services must have on a document (Notification 78/2020-CT). */
public final class Hsn {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}|[0-9]{6}|[0-9]{8}");
    private static final String SERVICES = "99";
    private static final int FOUR = 4;
    private static final int SIX = 6;
    private static final int EIGHT = 8;

    private Hsn() {}

    /** Whether the text is a code of 4, 6 or 8 digits. */
    public static boolean isCode(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** Whether the code is that of a service. */
    public static boolean isService(String code) {
        return code.startsWith(SERVICES);
    }

    /**
     * The least digits a document of that day must show: 8 on exports, 6 above a turnover of 5 crore, 4 otherwise, none to consumers of a
     * smaller seller.
     *
     * @param turnover of the financial year before, in INR
     * @param supplyType empty for consumers
     */
    public static int leastDigits(BigDecimal turnover, LocalDate on, Optional<SupplyType> supplyType) {
        if (supplyType
                .filter(type -> type == SupplyType.EXPWP || type == SupplyType.EXPWOP)
                .isPresent()) {
            return EIGHT;
        }
        if (TaxLimit.HSN_SIX_DIGITS.isExceededBy(turnover, on)) {
            return SIX;
        }
        return supplyType.isPresent() ? FOUR : 0;
    }

    /** What is wrong with a code of which {@code least} digits are wanted; empty if nothing is. */
    public static Optional<String> whyInvalid(String code, int least) {
        if (code == null || code.isEmpty()) {
            return least == 0 ? Optional.empty() : Optional.of("An HSN code of " + least + " digits is missing");
        }
        if (!isCode(code)) {
            return Optional.of("'" + code + "' is no HSN code of 4, 6 or 8 digits");
        }
        return code.length() >= least
                ? Optional.empty()
                : Optional.of("HSN " + code + " has " + code.length() + " digits, this document needs " + least);
    }
}
