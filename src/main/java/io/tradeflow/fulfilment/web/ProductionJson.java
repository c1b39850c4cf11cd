package io.tradeflow.fulfilment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.fulfilment.ProducedGoods;
import io.tradeflow.fulfilment.ProductionRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Goods asked of the plant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProductionRequest")
record ProductionJson(
        String number,
        String sku,
        String warehouseCode,
        BigDecimal quantity,
        String unit,
        LocalDate expectedOn,
        ProductionRequest.Status status,
        String dealNumber,
        String orderNumber,
        int orderLineNo,
        BigDecimal received,
        String batch,
        String note) {

    static ProductionJson of(ProductionRequest request) {
        return new ProductionJson(
                request.number(),
                request.sku(),
                request.warehouseCode(),
                request.quantity().plain(),
                request.quantity().unit(),
                request.expectedOn(),
                request.status(),
                request.dealNumber(),
                request.orderNumber(),
                request.orderLineNo(),
                request.received(),
                request.batch(),
                request.note());
    }

    @Schema(name = "ProductionReceipt")
    record Receipt(
            @NotNull @Positive BigDecimal quantity,
            @Schema(description = "Needed for products kept by batch") String batch,
            LocalDate manufacturedOn,
            LocalDate expiresOn,
            String bin) {

        ProducedGoods goods() {
            return new ProducedGoods(quantity, batch, manufacturedOn, expiresOn, bin);
        }
    }

    @Schema(name = "ProductionNewDate")
    record NewDate(@NotNull LocalDate expectedOn) {}

    @Schema(name = "ProductionCancellation")
    record Cancellation(@NotBlank @Size(max = 500) String reason) {}
}
