package io.tradeflow.returns;

import io.tradeflow.kernel.Quantity;
import java.time.Instant;

/** A delivered shipment line of which something may still come back. */
public record Returnable(
        String shipmentNumber,
        int shipmentLineNo,
        int orderLineNo,
        String sku,
        String description,
        String batch,
        Quantity delivered,
        Quantity left,
        Instant dispatchedAt) {

    /** The name of its field on a form. */
    public String key() {
        return shipmentNumber + "." + shipmentLineNo;
    }
}
