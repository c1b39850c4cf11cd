package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Shortages;
import io.tradeflow.fulfilment.Substitutions;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Shortages", description = "Goods that are missing, their new dates, and products offered instead")
class ShortageResource {

    private final Shortages shortages;
    private final Substitutions substitutions;
    private final Deals deals;

    ShortageResource(Shortages shortages, Substitutions substitutions, Deals deals) {
        this.shortages = shortages;
        this.substitutions = substitutions;
        this.deals = deals;
    }

    @GetMapping("/shortages")
    @Operation(summary = "Read what is missing of a deal's order and what happens about it")
    ShortageJson ofDeal(Actor by, @Parameter(description = "Number of the deal") @RequestParam String deal) {
        deals.deal(by, deal);
        return new ShortageJson(
                shortages.ofDeal(by, deal).stream().map(ShortageJson.Line::of).toList(),
                substitutions.ofDeal(by, deal).stream()
                        .map(ShortageJson.Offer::of)
                        .toList());
    }

    @PostMapping("/substitutions/{id}/answer")
    @Operation(
            summary = "Answer an offer of another product",
            description = "By the buyer, or the sales desk for the buyer. With a yes the order line is replaced.")
    ShortageJson.Offer answer(Actor by, @PathVariable long id, @Valid @RequestBody ShortageJson.Answer answer) {
        return ShortageJson.Offer.of(substitutions.answer(by, id, answer.agrees(), answer.note()));
    }
}
