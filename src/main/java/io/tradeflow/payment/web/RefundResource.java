package io.tradeflow.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.payment.Refund;
import io.tradeflow.payment.Refunds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money to be paid back. Finance settles it with its task. */
@RestController
@RequestMapping("/api/v1/refunds")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class RefundResource {

    private final Refunds refunds;
    private final Deals deals;

    RefundResource(Refunds refunds, Deals deals) {
        this.refunds = refunds;
        this.deals = deals;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Refund")
    record RefundJson(
            String number,
            String dealNumber,
            String orderNumber,
            String buyerCode,
            BigDecimal amount,
            String currency,
            @Schema(description = "What was the buyer's") Refund.Of of,
            @Schema(description = "The same in words") String what,
            String reason,
            Instant dueSince,
            @Schema(description = "Absent while it is due") LocalDate paidOn,
            String reference,
            @Schema(description = "How it was paid") ReceiptDraft.Mode mode,
            @Schema(description = "Where it was paid to") String account,
            @Schema(description = "What of which receipt is paid back") List<PartJson> receipts) {

        @Schema(name = "RefundPart")
        record PartJson(
                String receiptNumber,
                LocalDate receivedOn,
                ReceiptDraft.Mode mode,
                String reference,
                BigDecimal amount) {}

        static RefundJson of(Refund refund, List<Refund.Part> parts) {
            return new RefundJson(
                    refund.number(),
                    refund.dealNumber(),
                    refund.orderNumber(),
                    refund.buyerCode(),
                    refund.amount().toDocumentScale(),
                    refund.amount().currency().getCurrencyCode(),
                    refund.of(),
                    refund.of().label(),
                    refund.reason(),
                    refund.dueSince(),
                    refund.paidOn(),
                    refund.reference(),
                    refund.mode(),
                    refund.account(),
                    parts.stream()
                            .map(part -> new PartJson(
                                    part.receiptNumber(),
                                    part.receivedOn(),
                                    part.mode(),
                                    part.reference(),
                                    part.amount().toDocumentScale()))
                            .toList());
        }
    }

    @GetMapping
    @Operation(summary = "List what is to be paid back: all that is due (staff), or what there was of one deal")
    List<RefundJson> refunds(Actor by, @RequestParam(required = false) String deal) {
        if (deal == null) {
            if (by instanceof Actor.BuyerUser) {
                throw Problem.invalid("deal-missing", "deal", "Name the deal");
            }
            return json(refunds.due());
        }
        deals.deal(by, deal);
        return json(refunds.ofDeal(by, deal));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show what is or was to be paid back; staff only")
    RefundJson refund(Actor.Staff by, @PathVariable String number) {
        Refund refund = refunds.refund(number);
        return RefundJson.of(refund, refunds.parts(refund));
    }

    private List<RefundJson> json(List<Refund> some) {
        Map<String, List<Refund.Part>> parts = refunds.parts(some);
        return some.stream()
                .map(refund -> RefundJson.of(refund, parts.getOrDefault(refund.number(), List.of())))
                .toList();
    }
}
