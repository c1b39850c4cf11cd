package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.StockAdjustment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/** Stock corrected, held back, released or scrapped. */
@Schema(name = "StockAdjustment")
record StockAdjustmentJson(
        @Schema(description = "The same one is booked once", example = "ADJ-2026-17") String reference,
        @Schema(description = "ADJUSTMENT if absent") StockAdjustment.Kind kind,
        String warehouseCode,
        @Schema(description = "Code of one of the stock reasons", example = "DAMAGED") String reason,
        String note,
        @Size(max = 500) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockAdjustmentLine")
    record Line(
            String sku,
            String batch,
            @Schema(description = "With its sign for an ADJUSTMENT, above zero otherwise") BigDecimal quantity) {}

    StockAdjustment adjustment() {
        return new StockAdjustment(
                reference == null ? null : reference.strip(),
                kind == null ? StockAdjustment.Kind.ADJUSTMENT : kind,
                warehouseCode,
                reason,
                note,
                lines == null
                        ? List.of()
                        : lines.stream()
                                .map(line -> new StockAdjustment.Line(line.sku(), line.batch(), line.quantity()))
                                .toList());
    }

    static StockAdjustmentJson of(StockAdjustment adjustment) {
        return new StockAdjustmentJson(
                adjustment.reference(),
                adjustment.kind(),
                adjustment.warehouseCode(),
                adjustment.reasonCode(),
                adjustment.note(),
                adjustment.lines().stream()
                        .map(line -> new Line(
                                line.sku(),
                                line.batch() == null || line.batch().isEmpty() ? null : line.batch(),
                                StockFigures.plain(line.quantity())))
                        .toList());
    }
}
