package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteChange;
import io.tradeflow.quotation.QuoteChanges;
import io.tradeflow.quotation.QuoteStatus;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/quotes")
@Tag(name = "Quotes", description = "Quotes with their revisions, and the buyer's answer")
class QuoteResource {

    private final Quotations quotations;
    private final Deals deals;

    QuoteResource(Quotations quotations, Deals deals) {
        this.quotations = quotations;
        this.deals = deals;
    }

    @GetMapping
    @Operation(summary = "List a deal's quotes, newest revision first")
    List<Object> ofDeal(Actor by, @Parameter(description = "Number of the deal") @RequestParam String deal) {
        deals.deal(by, deal);
        return quotations.ofDeal(by, deal).stream()
                .map(quote -> json(quote, by))
                .toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read the current revision of a quote")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    ResponseEntity<Object> quote(Actor by, @PathVariable String number) {
        Quote quote = quotations.quote(by, number);
        return ResponseEntity.ok().eTag("\"" + quote.version() + "\"").body(json(quote, by));
    }

    @PutMapping("/{number}/lines")
    @Operation(
            summary = "Change quantities, prices, validity or terms of a draft",
            description =
                    "Sales desk only. What is left out stays. Prices set here survive later pricing of the draft.")
    StaffQuoteJson change(Actor.Staff by, @PathVariable String number, @Valid @RequestBody QuoteChangeJson change) {
        return StaffQuoteJson.of(
                quotations.change(by, number, change.toLineChanges(), change.validUntil(), change.terms()));
    }

    @PatchMapping("/{number}")
    @Operation(
            summary = "Change a draft in any of its content",
            description =
                    "Sales desk only. What is left out stays; an empty text takes away; a discount of zero takes the discount away. With If-Match"
                            + " (the version, as ETag gives it) a change is refused where somebody else has saved one meanwhile.")
    ResponseEntity<StaffQuoteJson> edit(
            Actor.Staff by,
            @PathVariable String number,
            @Parameter(description = "Version of the draft that was read")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    String version,
            @Valid @RequestBody QuoteEditJson edit) {
        Quote quote = quotations.edit(by, number, edit.toEdit(QuoteEditJson.version(version)));
        return ResponseEntity.ok().eTag("\"" + quote.version() + "\"").body(StaffQuoteJson.of(quote));
    }

    @GetMapping("/{number}/changes")
    @Operation(summary = "What is different from the revision that the buyer was sent before")
    List<QuoteChange> changes(Actor.Staff by, @PathVariable String number) {
        Quote quote = quotations.quote(by, number);
        return quotations
                .sentBefore(number)
                .map(before -> QuoteChanges.between(before, quote))
                .orElse(List.of());
    }

    @GetMapping("/{number}/repricing")
    @Operation(
            summary = "What today's price lists would change on a draft",
            description = "Changes nothing. PATCH with repriced = true takes the prices.")
    List<QuoteChange> repricing(Actor.Staff by, @PathVariable String number) {
        return QuoteChanges.between(quotations.quote(by, number), quotations.repriced(by, number));
    }

    @GetMapping(path = "/{number}/preview.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "The quote as PDF as it would print now",
            description = "Staff only; drafts are marked; never kept.")
    ResponseEntity<byte[]> preview(Actor.Staff by, @PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(number + "-preview.pdf")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(quotations.preview(by, number));
    }

    @GetMapping("/{number}/choice")
    @Operation(
            summary = "What the quote comes to if only these lines are taken",
            description =
                    "Changes nothing. Optional lines and alternatives may be among them. Taken with POST acceptance.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    Object choice(
            Actor by,
            @PathVariable String number,
            @Parameter(description = "Line numbers, with commas") @RequestParam Set<Integer> lines) {
        return json(quotations.choice(by, number, lines), by);
    }

    @PostMapping("/{number}/acceptance")
    @Operation(
            summary = "Accept a quote with a PO number",
            description =
                    "The revision must be the current one. The order is confirmed by the process. Over the spending limit of the"
                            + " buyer's user the quote stays open, a purchase approval is asked for and the answer is 202. Where only some lines, or"
                            + " optional ones too, are taken, they become the next revision, the answer is 202, and the revision is accepted"
                            + " by itself once the seller has approved it as it is.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    @ApiResponse(
            responseCode = "202",
            description =
                    "Waits for an approval within the buyer's company, or for the seller to confirm the lines taken",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    ResponseEntity<Object> accept(
            Actor by, @PathVariable String number, @Valid @RequestBody AcceptanceJson acceptance) {
        Quote answered = quotations.accept(
                by,
                number,
                acceptance.revision(),
                acceptance.poNumber(),
                acceptance.poDate(),
                acceptance.lines(),
                acceptance.wishes());
        HttpStatus status = answered.status() == QuoteStatus.ACCEPTED ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(json(answered, by));
    }

    @PostMapping("/{number}/decline")
    @Operation(summary = "Decline a quote")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    Object decline(Actor by, @PathVariable String number, @Valid @RequestBody DeclineJson decline) {
        return json(quotations.decline(by, number, decline.revision(), decline.lostReason(), decline.reason()), by);
    }

    @PostMapping("/{number}/change-requests")
    @Operation(summary = "Ask for a change", description = "The sales desk answers with a new revision.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {QuoteJson.class, StaffQuoteJson.class})))
    Object requestChange(Actor by, @PathVariable String number, @Valid @RequestBody ChangeRequestJson request) {
        return json(quotations.requestChange(by, number, request.wish()), by);
    }

    private static Object json(Quote quote, Actor by) {
        return by instanceof Actor.BuyerUser ? QuoteJson.of(quote) : StaffQuoteJson.of(quote);
    }
}
