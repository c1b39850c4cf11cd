package io.tradeflow.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * INR for one unit of a foreign currency, as notified by customs and counting until the next notification.
 *
 * @param rate at most six decimals
 * @param source the notification, for example "Customs notification 45/2026-Customs (N.T.)"
 */
public record CustomsRate(String currency, LocalDate validFrom, BigDecimal rate, String source) {

    public CustomsRate {
        BigDecimal plain = rate.stripTrailingZeros();
        rate = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
