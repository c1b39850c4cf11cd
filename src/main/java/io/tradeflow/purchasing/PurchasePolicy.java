package io.tradeflow.purchasing;

import java.math.BigDecimal;

/**
 * How a buyer's company approves.
 *
 * @param secondLevelAbove above this amount a second approver decides too; null is never
 * @param escalateAfterHours after how long the next unit up is asked as well
 */
public record PurchasePolicy(BigDecimal secondLevelAbove, int escalateAfterHours) {

    static final PurchasePolicy USUAL = new PurchasePolicy(null, 24);
}
