package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.Allocation;
import io.tradeflow.inventory.AllocationRun;
import io.tradeflow.inventory.RoutingOption;
import io.tradeflow.inventory.StockHold;
import io.tradeflow.inventory.WaitingLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which stock an order has, what it still waits for, and why it is served from where it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AllocationJson(
        String orderNumber, List<Allocated> allocations, List<Kept> holds, List<Waiting> waiting, List<Run> runs) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Allocated")
    record Allocated(
            int orderLineNo,
            String sku,
            String warehouseCode,
            String batch,
            LocalDate expiresOn,
            String bin,
            BigDecimal quantity,
            @Schema(description = "Absent until a shipment takes it up") String shipmentNumber) {

        static Allocated of(Allocation allocation) {
            return new Allocated(
                    allocation.orderLineNo(),
                    allocation.sku(),
                    allocation.warehouseCode(),
                    allocation.batch().isEmpty() ? null : allocation.batch(),
                    allocation.expiresOn(),
                    allocation.bin(),
                    plain(allocation.quantity()),
                    allocation.shipmentNumber());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockHold")
    record Kept(String sku, String warehouseCode, String batch, BigDecimal quantity, Instant expiresAt) {

        static Kept of(StockHold hold) {
            return new Kept(
                    hold.sku(),
                    hold.warehouseCode(),
                    hold.batch().isEmpty() ? null : hold.batch(),
                    plain(hold.quantity()),
                    hold.expiresAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WaitingLine")
    record Waiting(
            String orderNumber,
            int orderLineNo,
            String dealNumber,
            String buyerName,
            String sku,
            BigDecimal quantity,
            String unit,
            @Schema(description = "1 to 99, higher is served first") int priority,
            @Schema(description = "Why a planner has set it; absent where the table decides") String priorityReason,
            LocalDate orderedOn,
            Instant since,
            @Schema(description = "Day on which it arrives at the buyer; absent where nobody knows")
                    LocalDate expectedOn,
            @Schema(description = "Where it comes from") String expectedWhy,
            @Schema(description = "The buyer takes the whole order at once; the line keeps nothing from others")
                    boolean wholeOrderOnly) {

        static Waiting of(WaitingLine line) {
            return new Waiting(
                    line.orderNumber(),
                    line.orderLineNo(),
                    line.dealNumber(),
                    line.buyerName(),
                    line.sku(),
                    plain(line.quantity()),
                    line.unit(),
                    line.priority(),
                    line.priorityReason(),
                    line.orderedOn(),
                    line.since(),
                    line.expectedOn(),
                    line.expectedWhy(),
                    line.wholeOrderOnly());
        }
    }

    @Schema(name = "AllocationRun")
    record Run(Instant at, String outcome, List<RoutingOption> options) {

        static Run of(AllocationRun run) {
            return new Run(run.at(), run.outcome().name(), run.options());
        }
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return new BigDecimal(quantity.stripTrailingZeros().toPlainString());
    }
}
