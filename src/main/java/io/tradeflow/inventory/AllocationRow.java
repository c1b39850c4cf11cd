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

    Movement moved(Movement.Kind kind, Movement.Change change, String reason) {
        return new Movement(balanceId, kind, change, orderNumber, orderLineNo, shipmentNumber, reason);
    }
}
