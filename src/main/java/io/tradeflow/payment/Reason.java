package io.tradeflow.payment;

import io.tradeflow.kernel.Problem;

/** Why somebody changes what is booked, in their own words. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** Without the blanks around it. @throws Problem {@code reason-missing} */
    static String given(String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
            throw Problem.invalid(
                    "reason-missing", "reason", "Say why, in at most " + LONGEST + " characters; it is kept");
        }
        return reason.strip();
    }
}
