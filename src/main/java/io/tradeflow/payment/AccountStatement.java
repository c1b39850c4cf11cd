package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened on a buyer's account in a period, in one currency. A negative balance is the buyer's credit.
 *
 * @param owedBack what of a credit was to be paid back on the last day and was not yet; the balance still holds it
 * @param ageing of what is open on the last day
 */
public record AccountStatement(
        String buyerCode,
        String buyerName,
        String currency,
        LocalDate from,
        LocalDate to,
        Money opening,
        List<Line> lines,
        Money closing,
        Money owedBack,
        Ageing ageing) {

    public AccountStatement {
        lines = List.copyOf(lines);
    }

    /** @param balance after this movement */
    public record Line(AccountMovement movement, Money balance) {

        /** What the buyer owes more, zero where it is less. */
        public Money debit() {
            Money change = movement.change();
            return change.isPositive() ? change : change.minus(change);
        }

        /** What the buyer owes less, zero where it is more. */
        public Money credit() {
            Money change = movement.change();
            return change.isNegative() ? change.minus(change).minus(change) : change.minus(change);
        }
    }

    /** @param movements all of the account up to {@code to}, in the order they happened */
    static AccountStatement of(
            String buyerCode,
            String buyerName,
            String currency,
            LocalDate from,
            LocalDate to,
            List<AccountMovement> movements,
            Money owedBack,
            Ageing ageing) {
        Money balance = Money.zero(currency);
        Money opening = balance;
        List<Line> lines = new ArrayList<>();
        for (AccountMovement movement : movements) {
            balance = balance.plus(movement.change());
            if (movement.day().isBefore(from)) {
                opening = balance;
            } else {
                lines.add(new Line(movement, balance));
            }
        }
        return new AccountStatement(
                buyerCode, buyerName, currency, from, to, opening, lines, balance, owedBack, ageing);
    }
}
