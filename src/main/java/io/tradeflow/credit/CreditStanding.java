package io.tradeflow.credit;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a buyer stands when an order is about to go on.
 *
 * @param excess by how much more is owed than the limit and the order's override allow, zero where nothing is or no limit was agreed
 * @param overLimit the same without the override
 * @param limit null where none was agreed
 * @param overdueDays how many days the oldest invoice is past its due date, 0 where none is
 */
public record CreditStanding(Money excess, Money overLimit, Money limit, int overdueDays) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static CreditStanding of(Exposure exposure, CreditOverride override, LocalDate overdueSince, LocalDate today) {
        Money none = Money.zero(exposure.currency());
        Money overLimit = exposure.excessWith(none);
        Money allowed = override != null && override.standsOn(today) ? override.ceiling() : none;
        Money excess = overLimit.minus(allowed);
        return new CreditStanding(
                excess.isPositive() ? excess : none,
                overLimit,
                exposure.limit(),
                overdueSince == null ? 0 : (int) ChronoUnit.DAYS.between(overdueSince, today));
    }

    /** The excess in percent of the limit, one decimal rounded up; all of it where the limit is zero. */
    public BigDecimal excessPercent() {
        if (!excess.isPositive()) {
            return BigDecimal.ZERO;
        }
        return limit.isZero() ? HUNDRED : excess.amount().multiply(HUNDRED).divide(limit.amount(), 1, RoundingMode.UP);
    }
}
