package io.tradeflow.credit;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * What a buyer owes or will owe in one currency, by bucket, against what was agreed; of an account in a group it is that of the whole group.
 *
 * @param groupCode null where the account stands for itself
 * @param overdue invoiced and past its due date
 * @param receivable invoiced and not due yet
 * @param unapplied negative or zero
 * @param limit null where none was agreed; zero where the one agreed has ended
 * @param validUntil last day of the limit, null for no end
 */
public record Exposure(
        String buyerCode,
        String currency,
        String groupCode,
        Money overdue,
        Money receivable,
        Money dispatchedUnbilled,
        Money confirmed,
        Money unapplied,
        Money limit,
        LocalDate validUntil) {

    public Money total() {
        return overdue.plus(receivable).plus(dispatchedUnbilled).plus(confirmed).plus(unapplied);
    }

    /** What may still be added, negative where it is too much already; null without a limit. */
    public Money headroom() {
        return limit == null ? null : limit.minus(total());
    }

    /** By how much it would be too much with this on top; zero where it is not, or where no limit was agreed. */
    public Money excessWith(Money more) {
        Money none = Money.zero(currency);
        if (limit == null) {
            return none;
        }
        Money excess = total().plus(more).minus(limit);
        return excess.isPositive() ? excess : none;
    }
}
