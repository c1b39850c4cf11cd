package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.StockTransfer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Goods on their way from one warehouse to another. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockTransfer")
record StockTransferJson(
        String number,
        String reference,
        String fromWarehouse,
        String toWarehouse,
        StockTransfer.Status status,
        @Schema(description = "Between branches of different GSTIN: a supply that needs a tax invoice") boolean supply,
        LocalDate expectedOn,
        String note,
        String sentBy,
        Instant sentAt,
        List<Line> lines) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockTransferLine")
    record Line(
            int lineNo,
            String sku,
            String batch,
            BigDecimal quantity,
            BigDecimal received,
            BigDecimal lost,
            String lossReason,
            @Schema(description = "In no warehouse now") BigDecimal underWay) {}

    static StockTransferJson of(StockTransfer transfer) {
        return new StockTransferJson(
                transfer.number(),
                transfer.reference(),
                transfer.fromWarehouse(),
                transfer.toWarehouse(),
                transfer.status(),
                transfer.supply(),
                transfer.expectedOn(),
                transfer.note(),
                transfer.sentBy(),
                transfer.sentAt(),
                transfer.lines().stream()
                        .map(line -> new Line(
                                line.lineNo(),
                                line.sku(),
                                line.batch().isEmpty() ? null : line.batch(),
                                StockFigures.plain(line.quantity()),
                                StockFigures.plain(line.received()),
                                StockFigures.plain(line.lost()),
                                line.lossReason(),
                                StockFigures.plain(line.underWay())))
                        .toList());
    }

    @Schema(name = "StockTransferDraft")
    record Draft(
            @Schema(description = "The same one is sent once") String reference,
            String fromWarehouse,
            String toWarehouse,
            LocalDate expectedOn,
            String note,
            @Size(max = 500) List<@Valid @NotNull Goods> lines) {

        StockTransfer.Draft draft() {
            return new StockTransfer.Draft(
                    reference == null ? null : reference.strip(),
                    fromWarehouse,
                    toWarehouse,
                    expectedOn,
                    note,
                    lines == null
                            ? List.of()
                            : lines.stream()
                                    .map(line -> new StockTransfer.Goods(line.sku(), line.batch(), line.quantity()))
                                    .toList());
        }
    }

    @Schema(name = "StockTransferGoods")
    record Goods(String sku, String batch, BigDecimal quantity) {}

    @Schema(name = "StockTransferArrival")
    record Arrival(
            @Schema(description = "Number on the goods' own paper; the same one is booked once") String reference,
            @Size(max = 500) List<@Valid @NotNull ArrivedLine> lines) {

        StockTransfer.Arrival arrival() {
            return new StockTransfer.Arrival(
                    reference == null ? null : reference.strip(),
                    lines == null
                            ? List.of()
                            : lines.stream()
                                    .map(line -> new StockTransfer.ArrivedLine(
                                            line.lineNo(), line.received(), line.lost(), line.reason(), line.bin()))
                                    .toList());
        }
    }

    @Schema(name = "StockTransferArrivedLine")
    record ArrivedLine(
            int lineNo,
            BigDecimal received,
            @Schema(description = "What is known not to come") BigDecimal lost,
            @Schema(description = "Code of a stock reason; needed where something is lost") String reason,
            String bin) {}
}
