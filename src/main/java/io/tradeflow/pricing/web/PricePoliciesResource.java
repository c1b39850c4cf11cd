package io.tradeflow.pricing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.pricing.BulkBand;
import io.tradeflow.pricing.Floor;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.OrderTermsRow;
import io.tradeflow.pricing.PriceAgreement;
import io.tradeflow.pricing.PriceLists;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands beside the price rows: contracts, bulk discounts, floors and order terms. Staff read, sales managers change. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Prices", description = "Price lists, and what lines would cost a buyer")
class PricePoliciesResource {

    private final PriceLists lists;
    private final OrderTerms terms;

    PricePoliciesResource(PriceLists lists, OrderTerms terms) {
        this.lists = lists;
        this.terms = terms;
    }

    @GetMapping("/price-agreements")
    @Operation(summary = "List the contracts on prices; staff only")
    List<PriceAgreement> agreements(Actor.Staff by) {
        return lists.agreements();
    }

    @PostMapping("/price-agreements")
    @Operation(
            summary = "Add a contract on prices, or change the one with this number; sales managers only",
            description =
                    "Its prices are price rows of level CONTRACT with its number; they count within its period only.")
    PriceAgreement save(Actor.Staff by, @Valid @RequestBody PriceAgreement agreement) {
        lists.save(by, agreement);
        return agreement;
    }

    @GetMapping("/bulk-discounts")
    @Operation(summary = "List the discounts on whole orders; staff only")
    List<BulkBand> bands(Actor.Staff by) {
        return lists.bulkBands();
    }

    @PostMapping("/bulk-discounts")
    @Operation(
            summary = "Add a discount on whole orders; sales managers only",
            description =
                    "One with the same price tier, currency, measure, unit, start of the band and first day is changed.")
    void save(Actor.Staff by, @Valid @RequestBody BandJson band) {
        lists.save(by, band.toBand());
    }

    @PostMapping("/bulk-discounts/{id}/end")
    @Operation(summary = "Let a discount on whole orders count until a day, that included; sales managers only")
    void endBand(Actor.Staff by, @PathVariable long id, @Valid @RequestBody EndJson end) {
        lists.end(by, PriceLists.Policy.BULK_DISCOUNT, id, end.lastDay());
    }

    @GetMapping("/price-floors")
    @Operation(summary = "List the floors below which a price needs an approval; staff only")
    List<Floor> floors(Actor.Staff by) {
        return lists.floors();
    }

    @PostMapping("/price-floors")
    @Operation(
            summary = "Add a floor; sales managers only",
            description = "One for the same SKU or category, currency and first day is changed.")
    void save(Actor.Staff by, @Valid @RequestBody FloorJson floor) {
        lists.save(by, floor.toFloor());
    }

    @PostMapping("/price-floors/{id}/end")
    @Operation(summary = "Let a floor count until a day, that included; sales managers only")
    void endFloor(Actor.Staff by, @PathVariable long id, @Valid @RequestBody EndJson end) {
        lists.end(by, PriceLists.Policy.FLOOR, id, end.lastDay());
    }

    @GetMapping("/order-terms")
    @Operation(summary = "List agreed minimum quantities, multiples and order minimums; staff only")
    List<OrderTermsRow> terms(Actor.Staff by) {
        return terms.all();
    }

    @PostMapping("/order-terms")
    @Operation(
            summary = "Add order terms; sales managers only",
            description =
                    "Those for the same owner, SKU, currency and first day are changed. What is left out is left to whoever is further away.")
    void save(Actor.Staff by, @Valid @RequestBody TermsJson row) {
        terms.save(by, row.toRow());
    }

    @PostMapping("/order-terms/{id}/end")
    @Operation(summary = "Let order terms count until a day, that included; sales managers only")
    void endTerms(Actor.Staff by, @PathVariable long id, @Valid @RequestBody EndJson end) {
        lists.end(by, PriceLists.Policy.ORDER_TERMS, id, end.lastDay());
    }

    @Schema(name = "BulkDiscount")
    record BandJson(
            @Schema(description = "Left out: for everybody") String priceTier,
            String currency,
            BulkBand.Measure measure,
            @Schema(description = "For a quantity: only lines in this unit count") String unit,
            @Schema(description = "Net value, or quantity") BigDecimal fromAmount,
            BigDecimal percent,
            LocalDate validFrom,
            @Schema(description = "Last day") LocalDate validUntil) {

        BulkBand toBand() {
            return new BulkBand(null, priceTier, currency, measure, unit, fromAmount, percent, validFrom, validUntil);
        }
    }

    @Schema(name = "PriceFloor")
    record FloorJson(
            String sku,
            @Schema(description = "Neither SKU nor category: for everything") String category,
            String currency,
            @Schema(description = "Per unit; or overCost") BigDecimal amount,
            @Schema(description = "Percent over the standard cost") BigDecimal overCost,
            LocalDate validFrom,
            @Schema(description = "Last day") LocalDate validUntil) {

        Floor toFloor() {
            return new Floor(null, sku, category, currency, amount, overCost, validFrom, validUntil);
        }
    }

    @Schema(name = "OrderTerms")
    record TermsJson(
            OrderTermsRow.Level level,
            @Schema(description = "Buyer code or price tier; none for everybody") String owner,
            @Schema(description = "Left out: all products") String sku,
            BigDecimal minimumQuantity,
            BigDecimal orderMultiple,
            @Schema(description = "Least net value of an order") BigDecimal orderMinimum,
            String currency,
            LocalDate validFrom,
            @Schema(description = "Last day") LocalDate validUntil) {

        OrderTermsRow toRow() {
            return new OrderTermsRow(
                    null,
                    level,
                    owner,
                    sku,
                    minimumQuantity,
                    orderMultiple,
                    orderMinimum,
                    currency,
                    validFrom,
                    validUntil);
        }
    }

    @Schema(name = "LastDay")
    record EndJson(@Schema(description = "Last day it counts") LocalDate lastDay) {}
}
