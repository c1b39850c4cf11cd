package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of the money that came for an order an invoice takes: as large a part of it as the invoice is of what the order still has to be
 * invoiced for, so that each part delivery carries its part of the advance and the last takes what is left.
 */
final class AdvanceShare {

    private AdvanceShare() {}

    /**
     * @param left money of the order that nothing has taken
     * @param invoice total of the invoice that is issued
     * @param remaining what of the order was not invoiced before, this invoice included
     * @return in document scale, never more than the invoice or than what is left
     */
    static BigDecimal of(BigDecimal left, BigDecimal invoice, BigDecimal remaining) {
        BigDecimal most = left.min(invoice).max(BigDecimal.ZERO);
        if (remaining.compareTo(invoice) <= 0) {
            return most;
        }
        return left.multiply(invoice)
                .divide(remaining, Money.DOCUMENT_SCALE, RoundingMode.HALF_UP)
                .min(most);
    }
}
