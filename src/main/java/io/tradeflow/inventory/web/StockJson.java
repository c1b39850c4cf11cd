package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.StockBalance;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How much of a product can be promised today; where it lies is for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockJson(
        String sku,
        @Schema(description = "On hand, not allocated, not held back, not expired; over all warehouses")
                BigDecimal available,
        String unit,
        @Schema(description = "By warehouse and batch; staff only") List<Balance> balances) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockBalance")
    record Balance(
            String warehouseCode,
            @Schema(description = "Absent for goods without one") String batch,
            LocalDate expiresOn,
            String bin,
            BigDecimal onHand,
            BigDecimal allocated,
            @Schema(description = "Kept for deals for a while") BigDecimal held,
            @Schema(description = "Held back: failed inspection, expired, damaged") BigDecimal quarantined,
            @Schema(description = "On hand minus allocated, held and quarantined, expired or not")
                    BigDecimal available) {

        static Balance of(StockBalance balance, String unit) {
            return new Balance(
                    balance.warehouseCode(),
                    balance.batch().isEmpty() ? null : balance.batch(),
                    balance.expiresOn(),
                    balance.bin(),
                    plain(balance.onHand(), unit),
                    plain(balance.allocated(), unit),
                    plain(balance.held(), unit),
                    plain(balance.quarantined(), unit),
                    plain(balance.available(), unit));
        }
    }

    static BigDecimal plain(BigDecimal quantity, String unit) {
        return new Quantity(quantity, unit).plain();
    }
}
