package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.CountedStock;
import io.tradeflow.inventory.StockChange;
import io.tradeflow.inventory.StockChanges;
import io.tradeflow.inventory.StockCounts;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock as outside systems set and follow it. */
@RestController
@RequestMapping("/api/v1/stock")
@Tag(name = "Stock")
class StockSyncResource {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CHANGES = 1_000;

    private final StockCounts counts;
    private final StockChanges changes;

    StockSyncResource(StockCounts counts, StockChanges changes) {
        this.counts = counts;
        this.changes = changes;
    }

    /** What lies in warehouses. */
    @Schema(name = "StockCount")
    record CountJson(
            @Schema(description = "What the ledger names as the paper", example = "WMS-17") @NotBlank @Size(max = 60)
                    String reference,
            @Schema(description = "Why it may differ from the books; that it was counted outside, if absent")
                    @Size(max = 500)
                    String reason,
            @NotEmpty @Size(max = MOST_ROWS) List<@Valid @NotNull RowJson> lines) {}

    @Schema(name = "StockCountLine")
    record RowJson(
            String warehouseCode,
            String sku,
            String batch,
            LocalDate manufacturedOn,
            LocalDate expiresOn,
            String bin,
            @Schema(description = "All that lies there, promised or held back or not") BigDecimal quantity) {}

    @Schema(name = "StockCountAnswer")
    record CountedJson(String reference, int lines) {}

    @Schema(name = "StockChanges")
    record ChangesJson(
            List<ChangeJson> changes,
            @Schema(description = "Ask after this next time") long next,
            @Schema(description = "Whether there is more right now") boolean more) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockChange")
    record ChangeJson(
            long position,
            String warehouseCode,
            String sku,
            String batch,
            String kind,
            BigDecimal onHand,
            BigDecimal allocated,
            BigDecimal held,
            BigDecimal quarantined,
            String orderNumber,
            String reference,
            Instant at,
            @Schema(description = "After this and all later movements") BigDecimal onHandNow,
            BigDecimal availableNow) {

        static ChangeJson of(StockChange change) {
            return new ChangeJson(
                    change.position(),
                    change.entry().warehouseCode(),
                    change.entry().sku(),
                    change.entry().batch().isEmpty() ? null : change.entry().batch(),
                    change.entry().kind(),
                    StockFigures.plain(change.entry().onHand()),
                    StockFigures.plain(change.entry().allocated()),
                    StockFigures.plain(change.entry().held()),
                    StockFigures.plain(change.entry().quarantined()),
                    change.entry().orderNumber(),
                    change.entry().reference(),
                    change.entry().at(),
                    StockFigures.plain(change.onHandNow()),
                    StockFigures.plain(change.availableNow()));
        }
    }

    @PutMapping
    @Operation(
            summary = "Make the books say what lies there, for up to 5,000 rows: all or none",
            description = "Differences are COUNT movements; nothing goes below what is promised or held back.")
    CountedJson put(Actor.Staff by, @Valid @RequestBody CountJson count) {
        String reason = count.reason() == null || count.reason().isBlank()
                ? "Counted outside: " + count.reference().strip()
                : count.reason().strip();
        counts.book(
                by,
                count.reference().strip(),
                count.lines().stream()
                        .map(row -> new CountedStock(
                                row.warehouseCode(),
                                row.sku(),
                                row.batch() == null || row.batch().isBlank() ? null : row.batch(),
                                row.manufacturedOn(),
                                row.expiresOn(),
                                row.bin(),
                                row.quantity(),
                                reason))
                        .toList());
        return new CountedJson(count.reference().strip(), count.lines().size());
    }

    @GetMapping("/changes")
    @Operation(summary = "List movements after a position, the earliest first; none is missed and none comes twice")
    ChangesJson changes(
            Actor.Staff by,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit) {
        int most = Math.max(1, Math.min(limit, MOST_CHANGES));
        List<StockChange> found = changes.after(Math.max(0, after), most);
        long next = found.isEmpty()
                ? Math.max(0, after)
                : found.get(found.size() - 1).position();
        return new ChangesJson(found.stream().map(ChangeJson::of).toList(), next, found.size() == most);
    }
}
