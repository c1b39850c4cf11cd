package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;

/**
 * A unit a product is packed in: a BOX of 12 NOS.
 *
 * @param unit UQC of the packaging
 * @param factor how many of the product's own unit one of it holds
 */
public record PackagingUnit(String unit, BigDecimal factor) {

    private static final int DECIMALS = 6;

    public PackagingUnit {
        factor = factor.stripTrailingZeros();
        factor = factor.scale() < 0 ? factor.setScale(0) : factor;
    }

    /** In the product's own unit, exactly. @throws Problem {@code quantity-too-fine} where it has more than six decimals */
    public BigDecimal toBase(BigDecimal packages) {
        BigDecimal base = packages.multiply(factor).stripTrailingZeros();
        if (base.scale() > DECIMALS) {
            throw Problem.invalid(
                    "quantity-too-fine",
                    "quantity",
                    "comes to more than " + DECIMALS + " decimals in the product's unit");
        }
        return base.scale() < 0 ? base.setScale(0) : base;
    }

    /** How many of these packages the quantity is, or null where it is no whole number of them. */
    public BigDecimal wholePackages(BigDecimal base) {
        return base.remainder(factor).signum() == 0 ? base.divide(factor).setScale(0) : null;
    }
}
