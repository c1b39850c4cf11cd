package io.tradeflow.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReceiptDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments over HTTP: finance books them, a buyer's user sees the own company's. */
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class PaymentsResource {

    private final Payments payments;
    private final Deals deals;

    PaymentsResource(Payments payments, Deals deals) {
        this.payments = payments;
        this.deals = deals;
    }

    @PostMapping
    @Operation(
            summary = "Book a payment; finance only",
            description =
                    "For one invoice, for several with the amount for each, an advance for an order, or on account of the buyer.")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptJson record(Actor.Staff by, @Valid @RequestBody NewPayment payment) {
        return ReceiptJson.of(payments.record(by, payment.draft()));
    }

    @GetMapping
    @Operation(summary = "List the payments received for a deal")
    List<ReceiptJson> ofDeal(Actor by, @RequestParam String deal) {
        deals.deal(by, deal);
        return payments.receipts(by, deal).stream().map(ReceiptJson::of).toList();
    }

    /**
     * Names the invoice that is paid, several of them in {@code parts}, the order for an advance, or nothing: then it is on account. {@code
     * reference} is the bank's (UTR).
     */
    record NewPayment(
            @NotBlank String buyerCode,
            String orderNumber,
            String invoiceNumber,
            @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount,
            @NotBlank @Pattern(regexp = "[A-Z]{3}", message = "an ISO 4217 code such as INR is needed") String currency,
            @NotNull ReceiptDraft.Mode mode,
            @NotBlank @Size(max = 64) String reference,
            @NotNull LocalDate receivedOn,
            List<ReceiptDraft.@NotNull Part> parts) {

        ReceiptDraft draft() {
            return new ReceiptDraft(
                    buyerCode,
                    orderNumber,
                    invoiceNumber,
                    amount,
                    currency,
                    mode,
                    reference,
                    receivedOn,
                    parts == null ? List.of() : parts);
        }
    }
}
