package io.tradeflow.inquiry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.DealFilter;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deals")
@Tag(name = "Deals", description = "From inquiry to paid invoice: stage, value and timeline")
class DealResource {

    private final Deals deals;

    DealResource(Deals deals) {
        this.deals = deals;
    }

    @GetMapping
    @Operation(summary = "List deals, newest change first")
    DealPageJson deals(
            Actor by,
            @RequestParam(required = false) DealStage stage,
            @Parameter(description = "Part of the number, the buyer's name or the requirement")
                    @RequestParam(required = false)
                    String q,
            @Parameter(description = "Buyer code") @RequestParam(required = false) String buyer,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        DealFilter filter = new DealFilter(stage, buyer, q, page, size);
        List<DealJson> items =
                deals.deals(by, filter).stream().map(DealJson::of).toList();
        return new DealPageJson(items, page, size, deals.count(by, filter));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a deal")
    DealJson deal(Actor by, @PathVariable String number) {
        return DealJson.of(deals.deal(by, number));
    }

    @GetMapping("/{number}/timeline")
    @Operation(summary = "Read what happened to a deal, oldest first")
    List<DealEntryJson> timeline(Actor by, @PathVariable String number) {
        return deals.timeline(by, number).stream()
                .map(entry -> DealEntryJson.of(entry, by))
                .toList();
    }
}
