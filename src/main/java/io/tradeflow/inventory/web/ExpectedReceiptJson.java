package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.ExpectedGoods;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.ExpectedReceipts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Goods that are to come. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExpectedReceipt")
record ExpectedReceiptJson(
        long id,
        String reference,
        String warehouseCode,
        String sku,
        BigDecimal quantity,
        BigDecimal received,
        @Schema(description = "What still has to come") BigDecimal open,
        LocalDate expectedOn,
        @Schema(description = "The day first named") LocalDate firstExpectedOn,
        ExpectedReceipt.Source source,
        ExpectedReceipt.Status status) {

    static ExpectedReceiptJson of(ExpectedReceipt receipt) {
        return new ExpectedReceiptJson(
                receipt.id(),
                receipt.reference(),
                receipt.warehouseCode(),
                receipt.sku(),
                StockFigures.plain(receipt.quantity()),
                StockFigures.plain(receipt.received()),
                StockFigures.plain(receipt.open()),
                receipt.expectedOn(),
                receipt.firstExpectedOn(),
                receipt.source(),
                receipt.status());
    }

    /** What is announced on one paper. */
    @Schema(name = "ExpectedReceiptAnnouncement")
    record Announcement(
            @Schema(
                            description = "Number on the paper; the same reference, warehouse and product is said anew",
                            example = "PO-778")
                    String reference,
            String warehouseCode,
            ExpectedReceipt.Source source,
            LocalDate expectedOn,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull Line> lines) {

        @Schema(name = "ExpectedReceiptLine")
        record Line(
                String sku,
                @Schema(description = "In the product's unit") BigDecimal quantity,
                @Schema(description = "Where this line has another day than the paper") LocalDate expectedOn) {}

        List<ExpectedGoods> goods() {
            return lines.stream()
                    .map(line -> new ExpectedGoods(
                            reference == null ? null : reference.strip(),
                            warehouseCode,
                            line.sku(),
                            line.quantity(),
                            line.expectedOn() == null ? expectedOn : line.expectedOn(),
                            source))
                    .toList();
        }
    }

    @Schema(name = "ExpectedReceiptArrival")
    record Arrival(
            @Schema(description = "Number on the goods' own paper; the same one is booked once", example = "GRN-1042")
                    String reference,
            BigDecimal quantity,
            @Schema(description = "Needed for products kept by batch, and only for them") String batch,
            LocalDate manufacturedOn,
            LocalDate expiresOn,
            String bin) {

        ExpectedReceipts.Arrival arrival() {
            return new ExpectedReceipts.Arrival(reference, quantity, batch, manufacturedOn, expiresOn, bin);
        }
    }

    @Schema(name = "ExpectedReceiptMove")
    record Move(LocalDate expectedOn, String reason) {}

    @Schema(name = "ExpectedReceiptCancellation")
    record Cancellation(String reason) {}
}
