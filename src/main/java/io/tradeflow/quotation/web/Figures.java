package io.tradeflow.quotation.web;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as JSON carries them: no more decimals than they mean. */
final class Figures {

    private Figures() {}

    /** At least two decimals, up to four where a unit price has them; null stays null. */
    static BigDecimal price(Money price) {
        if (price == null) {
            return null;
        }
        BigDecimal plain = price.amount().stripTrailingZeros();
        return plain.scale() < Money.DOCUMENT_SCALE ? plain.setScale(Money.DOCUMENT_SCALE) : plain;
    }

    static BigDecimal percent(Percentage percentage) {
        return percentage == null ? null : plain(percentage.value());
    }

    static BigDecimal amount(BigDecimal amount) {
        return amount.setScale(Money.DOCUMENT_SCALE, RoundingMode.UNNECESSARY);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
