package io.tradeflow.payment;

import io.tradeflow.einvoice.EInvoiceCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was cancelled with its registration asks for no money: invoices and debit notes; credit notes are not cancelled. */
@Component
class CancelledDocuments {

    private final AppliedMoney money;

    CancelledDocuments(AppliedMoney money) {
        this.money = money;
    }

    @EventListener
    @Transactional
    public void on(EInvoiceCancelled document) {
        money.cancelled(document.documentNumber());
    }
}
