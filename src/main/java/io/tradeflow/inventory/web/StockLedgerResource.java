package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.LedgerEntry;
import io.tradeflow.inventory.StockDiscrepancy;
import io.tradeflow.inventory.StockIntegrity;
import io.tradeflow.inventory.StockLedger;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock")
@Tag(name = "Stock")
class StockLedgerResource {

    private static final int PAGE_SIZE = 200;

    private final StockLedger ledger;
    private final StockIntegrity integrity;

    StockLedgerResource(StockLedger ledger, StockIntegrity integrity) {
        this.ledger = ledger;
        this.integrity = integrity;
    }

    /** One movement; changes with their sign. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockMovement")
    record MovementJson(
            long id,
            String warehouseCode,
            String batch,
            String kind,
            BigDecimal onHand,
            BigDecimal allocated,
            BigDecimal held,
            BigDecimal quarantined,
            String orderNumber,
            Integer orderLineNo,
            String reference,
            String reason,
            String by,
            Instant at) {

        static MovementJson of(LedgerEntry entry) {
            return new MovementJson(
                    entry.id(),
                    entry.warehouseCode(),
                    entry.batch().isEmpty() ? null : entry.batch(),
                    entry.kind(),
                    StockFigures.plain(entry.onHand()),
                    StockFigures.plain(entry.allocated()),
                    StockFigures.plain(entry.held()),
                    StockFigures.plain(entry.quarantined()),
                    entry.orderNumber(),
                    entry.orderLineNo(),
                    entry.reference(),
                    entry.reason(),
                    entry.by(),
                    entry.at());
        }
    }

    @GetMapping("/ledger")
    @Operation(summary = "List every movement of a product, the latest first; staff only")
    List<MovementJson> ledger(Actor.Staff by, @RequestParam String sku, @RequestParam(defaultValue = "0") int page) {
        return ledger.of(sku, Math.max(0, Math.min(page, 10_000)), PAGE_SIZE).stream()
                .map(MovementJson::of)
                .toList();
    }

    @GetMapping("/differences")
    @Operation(summary = "List balances that are not what their ledger, allocations and holds add up to; staff only")
    List<StockDiscrepancy> differences(Actor.Staff by) {
        return integrity.differences();
    }
}
