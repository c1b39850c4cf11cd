package io.tradeflow.purchasing;

import io.tradeflow.ordering.DealCancelled;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.OrderConfirmed;
import io.tradeflow.quotation.QuoteAccepted;
import io.tradeflow.quotation.QuoteDeclined;
import io.tradeflow.quotation.QuoteSuperseded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what was reserved along with the deal, and ends approvals that have nothing left to approve. In the transaction of what happened. */
@Component
class PurchaseEvents {

    private final SpendingBook book;
    private final PurchaseTable table;
    private final ApplicationEventPublisher events;

    PurchaseEvents(SpendingBook book, PurchaseTable table, ApplicationEventPublisher events) {
        this.book = book;
        this.table = table;
        this.events = events;
    }

    @EventListener
    void on(OrderConfirmed order) {
        book.spend(order.quoteNumber());
    }

    @EventListener
    void on(OrderCancelled order) {
        book.release(order.dealNumber());
    }

    @EventListener
    void on(DealCancelled deal) {
        book.release(deal.dealNumber());
        voidOpen(deal.dealNumber());
    }

    @EventListener
    void on(QuoteSuperseded quote) {
        voidOpen(quote.dealNumber());
    }

    @EventListener
    void on(QuoteDeclined quote) {
        voidOpen(quote.dealNumber());
    }

    /** Accepted past the approval: by staff with the purchase order, or by somebody whose limits allow it. */
    @EventListener
    void on(QuoteAccepted quote) {
        voidOpen(quote.dealNumber());
    }

    private void voidOpen(String dealNumber) {
        table.ofDeal(dealNumber).stream()
                .filter(PurchaseApproval::isOpen)
                .forEach(approval -> events.publishEvent(new PurchaseVoided(dealNumber, approval.id())));
    }
}
