package io.tradeflow.tax;

import java.math.BigDecimal;

/**
 * How the value of a line comes about; two decimals, including tax where the prices do.
 *
 * @param net price times quantity less the line's own discount
 * @param discountShare of the discount on the whole, positive
 */
public record ValuedLine(
        int lineNo,
        BigDecimal net,
        BigDecimal discountShare,
        BigDecimal freightShare,
        BigDecimal packingShare,
        BigDecimal insuranceShare) {

    /** What is taxed. */
    public BigDecimal value() {
        return net.subtract(discountShare).add(freightShare).add(packingShare).add(insuranceShare);
    }
}
