package io.tradeflow.inventory;

import java.math.BigDecimal;

/** The numbers of a balance as they are under the lock of its product. */
record BalanceFigures(long id, BigDecimal onHand, BigDecimal allocated, BigDecimal held, BigDecimal quarantined) {

    BigDecimal available() {
        return onHand.subtract(allocated).subtract(held).subtract(quarantined);
    }
}
