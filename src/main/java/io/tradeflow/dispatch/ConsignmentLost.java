package io.tradeflow.dispatch;

import java.math.BigDecimal;
import java.util.List;

/**
 * Goods of a consignment will not arrive; published in the transaction that recorded it.
 *
 * @param reason in words
 */
public record ConsignmentLost(
        String shipmentNumber, String dealNumber, String orderNumber, String reason, List<Line> lines) {

    public ConsignmentLost {
        lines = List.copyOf(lines);
    }

    /** How much of a line of the shipment, that is of one batch; {@code batch} is empty for goods without one. */
    public record Line(
            int shipmentLineNo, int orderLineNo, String sku, String batch, BigDecimal quantity, String unit) {}
}
