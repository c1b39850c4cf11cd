package io.tradeflow.accounting;

import java.math.BigDecimal;
import java.util.Collection;

/** Taxable value and heads in INR with two decimals. */
public record Amounts(BigDecimal taxable, BigDecimal cgst, BigDecimal sgst, BigDecimal igst) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    public static final Amounts ZERO = new Amounts(NOTHING, NOTHING, NOTHING, NOTHING);

    public static Amounts sum(Collection<Amounts> all) {
        return all.stream().reduce(ZERO, Amounts::plus);
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                taxable.add(other.taxable), cgst.add(other.cgst), sgst.add(other.sgst), igst.add(other.igst));
    }

    public Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    public Amounts negated() {
        return new Amounts(taxable.negate(), cgst.negate(), sgst.negate(), igst.negate());
    }

    public BigDecimal tax() {
        return cgst.add(sgst).add(igst);
    }

    public boolean isZero() {
        return taxable.signum() == 0 && cgst.signum() == 0 && sgst.signum() == 0 && igst.signum() == 0;
    }
}
