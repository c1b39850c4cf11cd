package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Goods asked of the plant for an order line.
 *
 * @param expectedOn the day the plant names now
 * @param toldBefore the day it named before that
 * @param received what came in, null until then
 */
public record ProductionRequest(
        String number,
        String sku,
        String warehouseCode,
        Quantity quantity,
        LocalDate expectedOn,
        LocalDate toldBefore,
        Status status,
        String orderNumber,
        int orderLineNo,
        String dealNumber,
        String requestedBy,
        BigDecimal received,
        String batch,
        String note) {

    public enum Status {
        REQUESTED,
        IN_PRODUCTION,
        RECEIVED,
        CANCELLED;

        public boolean isOpen() {
            return this == REQUESTED || this == IN_PRODUCTION;
        }
    }
}
