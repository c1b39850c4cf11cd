package io.tradeflow.returns;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Goods that come back, are refused, or were lost. {@code remedy} is null until somebody has decided about what the carrier reported. */
public record GoodsReturn(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        ReturnKind kind,
        Remedy remedy,
        Status status,
        String note,
        boolean goodsComeBack,
        boolean reopensFulfilment,
        boolean reopensBilling,
        String approverGroup,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        String decisionNote,
        String warehouseCode,
        String inspectionNote,
        List<Line> lines) {

    public enum Status {
        REQUESTED,
        /** The goods are awaited, or, where none come back, what is owed is being settled. */
        APPROVED,
        RECEIVED,
        INSPECTED,
        SETTLED,
        REFUSED,
        WITHDRAWN,
        /** The goods never came. */
        LAPSED;

        public boolean isOver() {
            return this == SETTLED || this == REFUSED || this == WITHDRAWN || this == LAPSED;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One batch of a shipment. What was received, and where it went, is null until it is known. */
    public record Line(
            int lineNo,
            String shipmentNumber,
            int shipmentLineNo,
            long allocationId,
            int orderLineNo,
            String sku,
            String description,
            String batch,
            Quantity quantity,
            BigDecimal received,
            BigDecimal restocked,
            BigDecimal quarantined,
            BigDecimal scrapped) {}

    /**
     * What of the line counts as not delivered: what came back, or all of it where nothing comes back or where the buyer never had it. What the
     * buyer refused at the door is not the buyer's, whether the carrier brings it back or not.
     */
    BigDecimal counting(Line line) {
        if (!goodsComeBack || !kind.isAsked()) {
            return line.quantity().value();
        }
        return line.received() == null ? BigDecimal.ZERO : line.received();
    }
}
