package io.tradeflow.purchasing;

import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.purchasing.PurchaseApproval.State;
import io.tradeflow.quotation.Acceptance;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens a buyer's own approval for an acceptance, bound to revision, content and PO number, and knows when one was granted. */
@Component
class PurchaseOpening {

    private final PurchaseTable table;
    private final ApproverSearch approvers;
    private final PurchaseRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PurchaseOpening(
            PurchaseTable table,
            ApproverSearch approvers,
            PurchaseRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.approvers = approvers;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** Whether exactly this was approved for exactly this person. */
    boolean isApproved(Acceptance acceptance) {
        Quote quote = acceptance.quote();
        return table.ofQuote(quote.number()).stream()
                .anyMatch(approval -> approval.state() == State.APPROVED
                        && approval.revision() == quote.revision()
                        && approval.contentHash().equals(quote.contentHash())
                        && approval.poNumber().equals(acceptance.poNumber())
                        && approval.requesterId().equals(acceptance.by().userId()));
    }

    /** @throws Problem {@code approval-pending} when one is open, {@code no-approver} when nobody else may decide */
    void open(Acceptance acceptance, BuyerPerson requester, Exceeded exceeded, Money used) {
        Quote quote = acceptance.quote();
        Optional<PurchaseApproval> pending = table.ofQuote(quote.number()).stream()
                .filter(approval -> approval.isOpen() || approval.state() == State.APPROVED)
                .findFirst();
        if (pending.isPresent()) {
            throw Problem.conflict(
                    "approval-pending",
                    "Waits for an approval already",
                    quote.number() + " was ordered by " + pending.get().requesterName()
                            + (pending.get().isOpen()
                                    ? " and waits for the approval of "
                                            + pending.get().approverNames()
                                    : " and is being placed now"));
        }
        BigDecimal second = rules.policy(quote.buyerCode()).secondLevelAbove();
        int levels = second != null && quote.grandTotal().amount().compareTo(second) > 0 ? 2 : 1;
        long people = approvers.steps(quote.buyerCode(), requester.userId()).stream()
                .flatMap(step -> step.stream().map(BuyerPerson::userId))
                .distinct()
                .count();
        if (people < levels) {
            throw Problem.conflict(
                    "no-approver",
                    "Nobody can approve this",
                    "This is over your " + exceeded.label() + " and your company has too few approvers for it;"
                            + " an administrator of your company can name one");
        }
        long id = table.insert(acceptance, requester, exceeded, used, levels);
        events.publishEvent(DealProgress.noted(
                quote.dealNumber(),
                "Wants to order with PO " + acceptance.poNumber() + "; waits for the buyer's own approval",
                quote.number(),
                acceptance.by()));
        events.publishEvent(new PurchaseApprovalOpened(
                quote.dealNumber(),
                quote.number(),
                id,
                quote.validUntil().plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
    }
}
