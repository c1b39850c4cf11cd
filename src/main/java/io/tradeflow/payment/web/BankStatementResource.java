package io.tradeflow.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.BankStatements;
import io.tradeflow.payment.MatchProposal;
import io.tradeflow.payment.ReceiptDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bank statements over HTTP; finance only. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class BankStatementResource {

    private final BankStatements statements;

    BankStatementResource(BankStatements statements) {
        this.statements = statements;
    }

    @PostMapping(value = "/bank-statements", consumes = "text/csv")
    @Operation(summary = "Upload a CSV statement of the bank; known lines change nothing")
    BankStatements.Uploaded csv(
            Actor.Staff by,
            @RequestParam String account,
            @RequestParam(defaultValue = "PLAIN") String layout,
            @RequestBody byte[] file) {
        return statements.uploadCsv(by, account, layout, file);
    }

    @PostMapping(value = "/bank-statements", consumes = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "Upload a camt.053 statement of the bank; known lines change nothing")
    BankStatements.Uploaded camt(Actor.Staff by, @RequestParam String account, @RequestBody byte[] file) {
        return statements.uploadCamt(by, account, file);
    }

    @GetMapping("/bank-lines")
    @Operation(summary = "List lines that wait for a person, with what they may be for")
    List<BankLineJson> waiting(Actor.Staff by) {
        return statements.waiting(by).stream().map(BankLineJson::of).toList();
    }

    @PostMapping("/bank-lines/{id}/confirmation")
    @Operation(summary = "Say what a line is; it becomes a receipt")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptJson confirm(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Confirmation confirmation) {
        return ReceiptJson.of(statements.confirm(
                by,
                id,
                confirmation.buyerCode(),
                confirmation.orderNumber(),
                confirmation.parts() == null ? List.of() : confirmation.parts()));
    }

    @PostMapping("/bank-lines/{id}/split")
    @Operation(summary = "Say that a line came for several buyers or orders; each share becomes a receipt")
    @ResponseStatus(HttpStatus.CREATED)
    List<ReceiptJson> split(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Split split) {
        return statements
                .split(by, id, split.shares().stream().map(NewShare::share).toList())
                .stream()
                .map(ReceiptJson::of)
                .toList();
    }

    @PostMapping("/bank-lines/{id}/receipt")
    @Operation(summary = "Link a line to a receipt that was booked by hand")
    ReceiptJson link(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Link link) {
        return ReceiptJson.of(statements.link(by, id, link.receiptNumber()));
    }

    @PostMapping("/bank-lines/{id}/dismissal")
    @Operation(summary = "Say why a line is nothing a buyer paid")
    void ignore(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Why why) {
        statements.ignore(by, id, why.reason());
    }

    record Confirmation(@NotBlank String buyerCode, String orderNumber, List<ReceiptDraft.@NotNull Part> parts) {}

    @Schema(name = "BankLineSplit")
    record Split(@NotNull List<@NotNull @Valid NewShare> shares) {}

    @Schema(name = "BankLineShare")
    record NewShare(
            @NotBlank String buyerCode,
            String orderNumber,
            @NotNull BigDecimal amount,
            List<ReceiptDraft.@NotNull Part> parts) {

        BankStatements.Share share() {
            return new BankStatements.Share(buyerCode, orderNumber, amount, parts == null ? List.of() : parts);
        }
    }

    @Schema(name = "BankLineLink")
    record Link(@NotBlank String receiptNumber) {}

    record Why(@NotBlank String reason) {}

    @Schema(name = "BankLine")
    record BankLineJson(
            long id,
            String account,
            LocalDate bookedOn,
            BigDecimal amount,
            String currency,
            String reference,
            String narration,
            String payerName,
            String payerAccount,
            @Schema(description = "Receipt that has this reference already, null if none") String bookedAs,
            List<MatchProposal> proposals) {

        static BankLineJson of(BankStatements.Waiting waiting) {
            return new BankLineJson(
                    waiting.line().id(),
                    waiting.line().account(),
                    waiting.line().bookedOn(),
                    waiting.line().amount().toDocumentScale(),
                    waiting.line().amount().currency().getCurrencyCode(),
                    waiting.line().reference(),
                    waiting.line().narration(),
                    waiting.line().payerName(),
                    waiting.line().payerAccount(),
                    waiting.bookedAs(),
                    waiting.proposals());
        }
    }
}
