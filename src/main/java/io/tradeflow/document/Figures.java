package io.tradeflow.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Brings the figures of a snapshot to the scale they are printed in. Never rounds: what is printed is what was booked. */
final class Figures {

    private static final int AMOUNT_SCALE = 2;

    private Figures() {}

    /** Two decimals; null stays null. @throws ArithmeticException if the amount has not been rounded before */
    static BigDecimal amount(BigDecimal amount) {
        return amount == null ? null : amount.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
    }

    /** A price per unit: at least two decimals, more only where they are not zero; null stays null. */
    static BigDecimal price(BigDecimal price) {
        if (price == null) {
            return null;
        }
        BigDecimal plain = price.stripTrailingZeros();
        return plain.scale() < AMOUNT_SCALE ? plain.setScale(AMOUNT_SCALE) : plain;
    }

    /** A quantity, percentage or rate without trailing zeros; null stays null. */
    static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
