package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.StockAdjustment;
import io.tradeflow.inventory.StockAdjustments;
import io.tradeflow.inventory.StockReason;
import io.tradeflow.inventory.StockReasons;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stock")
class StockAdjustmentResource {

    private static final int PAGE_SIZE = 100;

    private final StockAdjustments adjustments;
    private final StockReasons reasons;

    StockAdjustmentResource(StockAdjustments adjustments, StockReasons reasons) {
        this.adjustments = adjustments;
        this.reasons = reasons;
    }

    /** @param name as the ledger and the pages say it */
    @Schema(name = "StockReason")
    record ReasonJson(String code, String name, Set<StockReason.Use> uses, Boolean active) {}

    @PostMapping("/stock-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Correct stock, hold it back, release or scrap it, for a reason. The same reference is booked once",
            description = "Nothing goes below what is promised to orders, kept for deals or held back.")
    StockAdjustmentJson book(Actor.Staff by, @Valid @RequestBody StockAdjustmentJson adjustment) {
        StockAdjustment wanted = adjustment.adjustment();
        adjustments.book(by, wanted);
        return StockAdjustmentJson.of(wanted);
    }

    @GetMapping("/stock-adjustments")
    @Operation(summary = "List what was corrected, held back, released and scrapped, the latest first")
    List<StockAdjustmentJson> latest(Actor.Staff by, @RequestParam(defaultValue = "0") int page) {
        return adjustments.latest(Math.max(0, Math.min(page, 10_000)), PAGE_SIZE).stream()
                .map(booked -> StockAdjustmentJson.of(booked.adjustment()))
                .toList();
    }

    @GetMapping("/stock-reasons")
    @Operation(summary = "List the reasons for which stock changes other than by trade")
    List<ReasonJson> reasons(Actor.Staff by) {
        return reasons.all().stream()
                .map(reason -> new ReasonJson(reason.code(), reason.name(), reason.uses(), reason.active()))
                .toList();
    }

    @PutMapping("/stock-reasons/{code}")
    @Operation(summary = "Add a reason or change it; stock planners")
    ReasonJson save(Actor.Staff by, @PathVariable String code, @RequestBody ReasonJson reason) {
        StockReason saved = new StockReason(
                code,
                reason.name(),
                reason.uses() == null ? Set.of() : reason.uses(),
                reason.active() == null || reason.active());
        reasons.save(by, saved);
        return new ReasonJson(saved.code(), saved.name(), saved.uses(), saved.active());
    }
}
