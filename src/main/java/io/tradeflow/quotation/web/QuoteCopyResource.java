package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.QuoteCopies;
import io.tradeflow.quotation.QuoteCopy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotes taken as the beginning of another deal. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Quotes")
class QuoteCopyResource {

    @Schema(name = "QuoteCopyRequest")
    record Wish(
            @NotNull @Schema(description = "REQUOTE needs a quote that was declined, expired or withdrawn")
                    QuoteCopy.Kind kind,
            @Schema(description = "For a duplicate: the company; the quote's own if left out") String buyerCode,
            @Schema(description = "What it is about") String requirement) {}

    private final QuoteCopies copies;
    private final Deals deals;

    QuoteCopyResource(QuoteCopies copies, Deals deals) {
        this.copies = copies;
        this.deals = deals;
    }

    @PostMapping("/quotes/{number}/copies")
    @Operation(
            summary = "Begin a deal with the lines of a quote",
            description =
                    "Sales desk only. The new deal is priced at today's prices and goes the whole way; both name each other.")
    ResponseEntity<QuoteCopy> copy(Actor.Staff by, @PathVariable String number, @Valid @RequestBody Wish wish) {
        InquiryDraft draft = copies.draft(by, number, wish.buyerCode());
        InquiryDraft wanted = new InquiryDraft(
                draft.buyerCode(),
                InquiryDraft.Channel.API,
                draft.buyerReference(),
                wish.requirement() == null ? draft.requirement() : wish.requirement(),
                draft.urgency(),
                draft.neededBy(),
                draft.lines());
        Inquiry inquiry = copies.begin(by, number, wish.kind(), wanted);
        return ResponseEntity.created(URI.create("/api/v1/deals/" + inquiry.number()))
                .body(copies.originOf(inquiry.number()).orElseThrow());
    }

    @GetMapping("/quote-copies")
    @Operation(summary = "Where a deal's lines come from, and the deals begun with its quote")
    List<QuoteCopy> ofDeal(Actor.Staff by, @RequestParam String deal) {
        deals.deal(by, deal);
        return Stream.concat(copies.originOf(deal).stream(), copies.copiesOf(deal).stream())
                .toList();
    }
}
