package io.tradeflow.inventory;

import java.math.BigDecimal;

/** An allocation as the stock movements need it; live means neither dispatched nor released. */
record AllocationRow(
        long id,
        String orderNumber,
        int orderLineNo,
        long balanceId,
        BigDecimal quantity,
        BigDecimal rejected,
        String shipmentNumber,
        boolean live) {

    Movement moved(Movement.Kind kind, BigDecimal onHand, BigDecimal allocated, BigDecimal held, String reason) {
        return new Movement(balanceId, kind, onHand, allocated, held, orderNumber, orderLineNo, shipmentNumber, reason);
    }
}
