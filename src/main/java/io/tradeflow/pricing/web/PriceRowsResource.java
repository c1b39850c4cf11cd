package io.tradeflow.pricing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.pricing.PriceLists;
import io.tradeflow.pricing.PriceRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Price rows for integrators: staff read, sales managers change. */
@RestController
@RequestMapping("/api/v1/price-rows")
@Tag(name = "Prices", description = "Price lists, and what lines would cost a buyer")
class PriceRowsResource {

    private static final int LARGEST_PAGE = 500;

    private final PriceLists lists;

    PriceRowsResource(PriceLists lists) {
        this.lists = lists;
    }

    @GetMapping
    @Operation(summary = "List price rows by SKU, owner (buyer, price tier or channel) and level; staff only")
    PageJson rows(
            Actor.Staff by,
            @RequestParam(required = false) String sku,
            @RequestParam(required = false) String owner,
            @RequestParam(required = false) PriceRow.Level level,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE || page < 0 || page > Integer.MAX_VALUE / LARGEST_PAGE) {
            throw Problem.invalid(
                    "invalid-request", "size", "lies between 1 and " + LARGEST_PAGE + ", the page from 0");
        }
        PriceLists.Filter filter = new PriceLists.Filter(sku, owner, level, page, size);
        return new PageJson(
                lists.find(filter).stream()
                        .map(entry -> new RowJson(entry.id(), entry.row()))
                        .toList(),
                page,
                size,
                lists.count(filter));
    }

    @PostMapping
    @Operation(
            summary = "Add or change up to 1000 price rows, all or none; sales managers only",
            description =
                    "A row with the same level, owner, agreement, SKU or category, currency, tier, start and priority is changed.")
    SavedJson save(Actor.Staff by, @Valid @RequestBody RowsJson rows) {
        lists.save(by, rows.rows());
        return new SavedJson(rows.rows().size());
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Let a price row count until a day, that included; sales managers only")
    void end(Actor.Staff by, @PathVariable long id, @Valid @RequestBody EndJson end) {
        lists.end(by, id, end.lastDay());
    }

    @Schema(name = "PriceRowPage")
    record PageJson(List<RowJson> items, int page, int size, @Schema(description = "On all pages") long total) {}

    record RowJson(long id, PriceRow row) {}

    record RowsJson(@Schema(description = "Between 1 and 1000") List<@NotNull PriceRow> rows) {}

    record SavedJson(int rows) {}

    record EndJson(@Schema(description = "Last day it counts") LocalDate lastDay) {}
}
