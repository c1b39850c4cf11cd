package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Goods of one order leaving one warehouse together. */
public record Shipment(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        String warehouseCode,
        String branchCode,
        Status status,
        int packages,
        BigDecimal grossWeightKg,
        String packingNote,
        List<Line> lines) {

    public enum Status {
        PLANNED,
        PICKING,
        PICKED,
        INSPECTED,
        PACKED,
        DISPATCHED,
        CANCELLED;

        /** As people say it: "being picked". */
        public String label() {
            return this == PICKING ? "being picked" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** One batch of one order line; {@code quantity} is what goes on: planned, then picked, then accepted. */
    public record Line(
            int lineNo,
            long allocationId,
            int orderLineNo,
            String sku,
            String description,
            String hsn,
            String batch,
            LocalDate expiresOn,
            String bin,
            Quantity planned,
            Quantity quantity) {}
}
