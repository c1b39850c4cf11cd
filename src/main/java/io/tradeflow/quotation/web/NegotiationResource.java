package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.CounterOffer;
import io.tradeflow.quotation.ExtensionRequest;
import io.tradeflow.quotation.Negotiation;
import io.tradeflow.quotation.Negotiations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/quotes/{number}")
@Tag(name = "Negotiation", description = "Counter-offers, messages and longer validities of a quote")
class NegotiationResource {

    private final Negotiations negotiations;

    NegotiationResource(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    record Answers(@Valid @NotEmpty @Size(max = 1000) List<Answer> lines) {}

    record Answer(
            @NotNull @Positive Integer lineNo,
            @NotNull CounterOffer.Answer answer,
            @Schema(description = "For the buyer") @Size(max = 500) String note) {}

    record Message(
            @Schema(description = "Line it is about; the whole quote if left out") Integer lineNo,
            @NotBlank @Size(max = 2000) String text) {}

    record Extension(@NotNull LocalDate wantedUntil, @Size(max = 500) String reason) {}

    @GetMapping("/negotiation")
    @Operation(
            summary =
                    "Whose turn it is, with all counter-offers, messages, requests for a longer validity and choices of lines")
    Negotiation negotiation(Actor by, @PathVariable String number) {
        return negotiations.of(by, number);
    }

    @PostMapping("/counter-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a counter-offer",
            description =
                    "Ends the sent revision: a buyer who wants it otherwise can no longer accept it. The sales desk answers with the next one.")
    Negotiation counter(Actor by, @PathVariable String number, @Valid @RequestBody CounterOfferJson offer) {
        return negotiations.counter(by, number, offer.revision(), offer.toDraft());
    }

    @PostMapping("/counter-offer-answers")
    @Operation(
            summary = "Answer lines of the counter-offer",
            description =
                    "Sales desk only. What is adopted is put on the draft; approvals of the draft as it was are void.")
    StaffQuoteJson answer(Actor.Staff by, @PathVariable String number, @Valid @RequestBody Answers answers) {
        return StaffQuoteJson.of(negotiations.answer(
                by,
                number,
                answers.lines().stream()
                        .map(line -> new Negotiations.LineAnswer(line.lineNo(), line.answer(), line.note()))
                        .toList()));
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write to the other side", description = "Mailed to it; both sides read all messages.")
    Negotiation say(Actor by, @PathVariable String number, @Valid @RequestBody Message message) {
        negotiations.say(by, number, message.lineNo(), message.text());
        return negotiations.of(by, number);
    }

    @PostMapping("/extension-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for a longer validity",
            description =
                    "The quote stays open meanwhile. Granted, the same content comes as a revision with a later end.")
    ExtensionRequest askExtension(Actor by, @PathVariable String number, @Valid @RequestBody Extension extension) {
        return negotiations.askExtension(by, number, extension.wantedUntil(), extension.reason());
    }
}
