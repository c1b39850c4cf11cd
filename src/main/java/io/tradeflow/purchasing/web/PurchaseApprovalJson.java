package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Money;
import io.tradeflow.purchasing.PurchaseApproval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A purchase approval as the buyer's people read it. */
record PurchaseApprovalJson(
        long id,
        @Schema(description = "Number of the deal") String deal,
        String quoteNumber,
        int revision,
        String poNumber,
        BigDecimal amount,
        String currency,
        @Schema(description = "User id of who wants to order") String requester,
        @Schema(description = "Which limit the order goes over") String exceeded,
        BigDecimal orderLimit,
        BigDecimal monthLimit,
        @Schema(description = "Used of the month's limit when it was asked for") BigDecimal monthUsed,
        int level,
        int levels,
        String state,
        @Schema(description = "Last day on which the quote can be accepted") LocalDate openUntil,
        Instant openedAt,
        List<String> approvers,
        boolean mayDecide,
        List<DecisionJson> decisions) {

    record DecisionJson(int level, String by, String insteadOf, String outcome, String comment, Instant at) {}

    static PurchaseApprovalJson of(PurchaseApproval approval, boolean mayDecide) {
        return new PurchaseApprovalJson(
                approval.id(),
                approval.dealNumber(),
                approval.quoteNumber(),
                approval.revision(),
                approval.poNumber(),
                approval.amount().toDocumentScale(),
                approval.amount().currency().getCurrencyCode(),
                approval.requesterId(),
                approval.exceeded().name(),
                figure(approval.orderLimit()),
                figure(approval.monthLimit()),
                figure(approval.monthUsed()),
                approval.level(),
                approval.levels(),
                approval.state().name(),
                approval.openUntil(),
                approval.openedAt(),
                approval.askedNow().stream().map(PurchaseApproval.Asked::userId).toList(),
                mayDecide,
                approval.decisions().stream()
                        .map(d -> new DecisionJson(
                                d.level(),
                                d.userId(),
                                d.insteadOf(),
                                d.outcome().name(),
                                d.comment(),
                                d.at()))
                        .toList());
    }

    private static BigDecimal figure(Money money) {
        return money == null ? null : money.toDocumentScale();
    }
}
