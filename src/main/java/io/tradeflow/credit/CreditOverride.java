package io.tradeflow.credit;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Leave to owe more than the limit because of one revision of one order.
 *
 * @param subjectNumber the order; before there is one, what was approved: the quote, or the change of an order
 * @param ceiling how much more than the limit may be owed
 * @param validUntil last day
 * @param endedAt null while it stands
 */
public record CreditOverride(
        long id,
        String subjectNumber,
        int revision,
        Money ceiling,
        LocalDate validUntil,
        String reason,
        String grantedBy,
        Instant grantedAt,
        Instant endedAt,
        String endedBy) {

    public boolean standsOn(LocalDate day) {
        return endedAt == null && !day.isAfter(validUntil);
    }

    /** What somebody allows. */
    public record Terms(java.math.BigDecimal ceiling, LocalDate validUntil, String reason) {}
}
