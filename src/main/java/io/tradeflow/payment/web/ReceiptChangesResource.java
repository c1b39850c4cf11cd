package io.tradeflow.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.AppliedMoney;
import io.tradeflow.payment.Deductions;
import io.tradeflow.payment.EarlyDiscounts;
import io.tradeflow.payment.MoneyOnAccount;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.Refund;
import io.tradeflow.payment.Refunds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens to booked money over HTTP: applied later, taken back, not come after all, paid back; finance only. */
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class ReceiptChangesResource {

    private final Payments payments;
    private final AppliedMoney money;
    private final Refunds refunds;
    private final Deductions deductions;
    private final EarlyDiscounts discounts;
    private final MoneyOnAccount onAccount;

    ReceiptChangesResource(
            Payments payments,
            AppliedMoney money,
            Refunds refunds,
            Deductions deductions,
            EarlyDiscounts discounts,
            MoneyOnAccount onAccount) {
        this.payments = payments;
        this.money = money;
        this.refunds = refunds;
        this.deductions = deductions;
        this.discounts = discounts;
        this.onAccount = onAccount;
    }

    @GetMapping("/unapplied")
    @Operation(summary = "List money that no invoice has taken; a buyer's user sees the own company's")
    List<ReceiptJson> unapplied(Actor by) {
        return payments.unapplied(by).stream().map(ReceiptJson::of).toList();
    }

    @GetMapping("/{number}/settlements")
    @Operation(summary = "List what became of a receipt; staff only")
    List<SettlementJson> settlements(Actor.Staff by, @PathVariable String number) {
        payments.receipt(number);
        return money.ofReceipt(number).stream().map(SettlementJson::of).toList();
    }

    @PostMapping("/{number}/applications")
    @Operation(summary = "Give unapplied money to an invoice of the same buyer; finance only")
    @ResponseStatus(HttpStatus.CREATED)
    SettlementJson apply(Actor.Staff by, @PathVariable String number, @Valid @RequestBody NewApplication application) {
        return SettlementJson.of(money.apply(by, number, application.invoiceNumber(), application.amount()));
    }

    @PostMapping("/{number}/order")
    @Operation(summary = "Give money on account to an order, as its advance; finance only")
    ReceiptJson assign(Actor.Staff by, @PathVariable String number, @Valid @RequestBody OfOrder order) {
        return ReceiptJson.of(onAccount.assign(by, number, order.orderNumber()));
    }

    @PostMapping("/{number}/discounts")
    @Operation(
            summary =
                    "Take what is left of an invoice off as early-payment discount; the receipt came in time; finance only")
    @ResponseStatus(HttpStatus.CREATED)
    SettlementJson discount(Actor.Staff by, @PathVariable String number, @Valid @RequestBody OfInvoice invoice) {
        return SettlementJson.of(discounts.allow(by, number, invoice.invoiceNumber()));
    }

    @PostMapping("/settlements/{id}/reversal")
    @Operation(summary = "Take an entry back; its money is unapplied again; finance only")
    @ResponseStatus(HttpStatus.CREATED)
    SettlementJson unapply(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Why why) {
        return SettlementJson.of(money.unapply(by, id, why.reason()));
    }

    @PostMapping("/{number}/reversal")
    @Operation(summary = "The money did not come after all, such as a returned cheque; finance only")
    ReceiptJson reverse(Actor.Staff by, @PathVariable String number, @Valid @RequestBody Why why) {
        return ReceiptJson.of(money.reverse(by, number, why.reason()));
    }

    @PostMapping("/{number}/refund")
    @Operation(summary = "Owe what is unapplied of the receipt, or part of it, back to the buyer; finance only")
    @ResponseStatus(HttpStatus.CREATED)
    RefundResource.RefundJson payBack(
            Actor.Staff by, @PathVariable String number, @Valid @RequestBody ToPayBack asked) {
        Refund refund = refunds.payBack(by, number, asked.amount(), asked.reason());
        return RefundResource.RefundJson.of(refund, refunds.parts(refund));
    }

    @PutMapping("/settlements/{id}/certificate")
    @Operation(summary = "Enter the certificate of tax that a buyer deducted; finance only")
    void certificate(Actor.Staff by, @PathVariable long id, @Valid @RequestBody Certificate certificate) {
        deductions.certificate(by, id, certificate.certificateNumber(), certificate.certificateOn());
    }

    record NewApplication(
            @NotBlank String invoiceNumber, @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount) {}

    @Schema(name = "EarlyDiscountTaken")
    record OfInvoice(@NotBlank String invoiceNumber) {}

    @Schema(name = "ReceiptAssignment")
    record OfOrder(@NotBlank String orderNumber) {}

    record Why(@NotBlank String reason) {}

    record ToPayBack(
            @Schema(description = "Absent for all that is unapplied") @Positive @Digits(integer = 15, fraction = 2)
                    BigDecimal amount,
            @NotBlank String reason) {}

    record Certificate(@NotBlank String certificateNumber, @NotNull LocalDate certificateOn) {}
}
