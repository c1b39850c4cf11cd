package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.StockReceipt;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Goods that came in. */
record StockReceiptJson(
        @Schema(description = "Number on the goods' paper; the same one is booked once", example = "GRN-1042")
                @NotBlank
                @Size(max = 60)
                String reference,
        @NotBlank String warehouseCode,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockReceiptLine")
    record Line(
            @NotBlank String sku,
            @Schema(description = "Needed for products kept by batch, and only for them") String batch,
            LocalDate manufacturedOn,
            @Schema(description = "Last day on which the batch may be used") LocalDate expiresOn,
            String bin,
            @Schema(description = "In the product's unit, at most 6 decimals") @NotNull @Positive
                    BigDecimal quantity) {}

    StockReceipt toReceipt() {
        return new StockReceipt(
                reference.strip(),
                warehouseCode,
                lines.stream()
                        .map(line -> new StockReceipt.Line(
                                line.sku(),
                                line.batch(),
                                line.manufacturedOn(),
                                line.expiresOn(),
                                line.bin(),
                                line.quantity()))
                        .toList());
    }
}
