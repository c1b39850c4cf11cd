package io.tradeflow.fulfilment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.inquiry.Handling;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A shipment; bins are for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentJson(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        String warehouseCode,
        Shipment.Status status,
        int packages,
        BigDecimal grossWeightKg,
        String packingNote,
        @Schema(description = "How goods for this buyer are packed; staff only") String packing,
        @Schema(description = "Papers that go with the goods; staff only") String documents,
        List<Line> lines) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ShipmentLine")
    record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String hsn,
            @Schema(description = "Absent for goods without one") String batch,
            LocalDate expiresOn,
            @Schema(description = "Where it lies; staff only") String bin,
            BigDecimal planned,
            @Schema(description = "What goes on: planned, then picked, then what passed inspection")
                    BigDecimal quantity,
            String unit) {}

    /** @param handling null where it is not known or not shown */
    static ShipmentJson of(Shipment shipment, Handling handling, Actor by) {
        return new ShipmentJson(
                shipment.number(),
                shipment.dealNumber(),
                shipment.orderNumber(),
                shipment.buyerCode(),
                shipment.buyerName(),
                shipment.warehouseCode(),
                shipment.status(),
                shipment.packages(),
                shipment.grossWeightKg(),
                shipment.packingNote(),
                handling == null ? null : handling.packing(),
                handling == null ? null : handling.documents(),
                shipment.lines().stream().map(line -> line(line, by)).toList());
    }

    private static Line line(Shipment.Line line, Actor by) {
        return new Line(
                line.lineNo(),
                line.orderLineNo(),
                line.sku(),
                line.description(),
                line.hsn(),
                line.batch().isEmpty() ? null : line.batch(),
                line.expiresOn(),
                by instanceof Actor.BuyerUser ? null : line.bin(),
                line.planned().plain(),
                line.quantity().plain(),
                line.quantity().unit());
    }
}
