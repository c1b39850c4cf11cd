package io.tradeflow.desk;

import io.tradeflow.credit.Exposure;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/** An exposure as a bar: how wide each bucket is in percent of the whole, and where the limit lies; null without a limit. */
record CreditBar(List<Part> parts, BigDecimal limitAt) {

    /** @param kind names its colour */
    record Part(String kind, String label, Money amount, BigDecimal width) {}

    static CreditBar of(Exposure exposure) {
        BigDecimal owed = Stream.of(
                        exposure.overdue(), exposure.receivable(), exposure.dispatchedUnbilled(), exposure.confirmed())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal limit =
                exposure.limit() == null ? BigDecimal.ZERO : exposure.limit().amount();
        BigDecimal whole = owed.max(limit).max(BigDecimal.ONE);
        return new CreditBar(
                Stream.of(
                                part("overdue", "Overdue", exposure.overdue(), whole),
                                part("receivable", "Invoiced, not due", exposure.receivable(), whole),
                                part("dispatched", "Dispatched, not invoiced", exposure.dispatchedUnbilled(), whole),
                                part("confirmed", "Confirmed, not dispatched", exposure.confirmed(), whole),
                                part("unapplied", "Received, not applied", exposure.unapplied(), whole))
                        .filter(part -> !part.amount().isZero())
                        .toList(),
                exposure.limit() == null ? null : percent(limit, whole));
    }

    private static Part part(String kind, String label, Money amount, BigDecimal whole) {
        return new Part(kind, label, amount, percent(amount.amount().max(BigDecimal.ZERO), whole));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, new MathContext(4));
    }
}
