package io.tradeflow.returns;

import java.math.BigDecimal;
import java.util.List;

/** What somebody wants to send back. Quantities in the line's unit. */
public record ReturnRequest(String dealNumber, ReturnKind kind, Remedy remedy, String note, List<Line> lines) {

    public ReturnRequest {
        lines = List.copyOf(lines);
    }

    public record Line(String shipmentNumber, int shipmentLineNo, BigDecimal quantity) {}
}
