package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is open by how long it is overdue.
 *
 * @param code of the buyer, or of the group
 * @param groupCode null where the buyer is in none
 * @param current not due yet, or due on the day itself
 * @param unapplied negative or zero: money that nothing has taken, what is to be paid back with it until it is
 */
public record Ageing(
        String code,
        String name,
        String groupCode,
        String currency,
        Money current,
        Money upTo30,
        Money upTo60,
        Money upTo90,
        Money over90,
        Money unapplied) {

    private static final int FIRST = 30;
    private static final int SECOND = 60;
    private static final int THIRD = 90;

    static Ageing none(String code, String name, String groupCode, String currency) {
        Money zero = Money.zero(currency);
        return new Ageing(code, name, groupCode, currency, zero, zero, zero, zero, zero, zero);
    }

    /** With an open amount more that is due on that day. */
    Ageing with(LocalDate dueOn, Money open, LocalDate asOf) {
        long late = ChronoUnit.DAYS.between(dueOn, asOf);
        Money zero = Money.zero(currency);
        return plus(new Ageing(
                code,
                name,
                groupCode,
                currency,
                late <= 0 ? open : zero,
                late > 0 && late <= FIRST ? open : zero,
                late > FIRST && late <= SECOND ? open : zero,
                late > SECOND && late <= THIRD ? open : zero,
                late > THIRD ? open : zero,
                zero));
    }

    Ageing withUnapplied(Money money) {
        Money zero = Money.zero(currency);
        return plus(new Ageing(code, name, groupCode, currency, zero, zero, zero, zero, zero, zero.minus(money)));
    }

    Ageing plus(Ageing other) {
        return new Ageing(
                code,
                name,
                groupCode,
                currency,
                current.plus(other.current),
                upTo30.plus(other.upTo30),
                upTo60.plus(other.upTo60),
                upTo90.plus(other.upTo90),
                over90.plus(other.over90),
                unapplied.plus(other.unapplied));
    }

    Ageing under(String otherCode, String otherName) {
        return new Ageing(
                otherCode, otherName, groupCode, currency, current, upTo30, upTo60, upTo90, over90, unapplied);
    }

    public Money overdue() {
        return upTo30.plus(upTo60).plus(upTo90).plus(over90);
    }

    /** What the buyer owes after its unapplied money; the balance of the statement on that day. */
    public Money total() {
        return current.plus(overdue()).plus(unapplied);
    }
}
