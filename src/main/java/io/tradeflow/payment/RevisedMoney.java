package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.invoicing.InvoiceRevised;
import io.tradeflow.kernel.Instalment;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tax of a revised invoice is owed besides what its original billed: an open item of its own. */
@Component
class RevisedMoney {

    private final PaymentBook book;
    private final Exposures exposures;
    private final ApplicationEventPublisher events;

    RevisedMoney(PaymentBook book, Exposures exposures, ApplicationEventPublisher events) {
        this.book = book;
        this.exposures = exposures;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(InvoiceRevised revised) {
        if (!revised.addition().isPositive()) {
            return;
        }
        book.lockOrder(revised.orderNumber());
        OpenItem item = new OpenItem(
                revised.number(),
                OpenItem.Kind.REVISED_INVOICE,
                revised.dealNumber(),
                revised.orderNumber(),
                revised.buyerCode(),
                revised.buyerName(),
                revised.issuedOn(),
                revised.dueOn(),
                revised.addition(),
                null,
                null,
                null,
                List.of(new Instalment(revised.dueOn(), revised.addition())),
                null);
        if (book.add(item)) {
            exposures.charged(item.debt(), item.invoiceNumber(), item.dueOn(), item.amount());
            events.publishEvent(new DebitNoteOwed(item.dealNumber(), item.orderNumber(), item.buyerName()));
        }
    }
}
