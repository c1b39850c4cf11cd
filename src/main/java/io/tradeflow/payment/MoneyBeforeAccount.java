package io.tradeflow.payment;

import io.tradeflow.credit.AccountMoves;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The lock of an order's money is taken before its buyer's account is held, by whoever moves it: a receipt and an invoice never wait for each other. */
@Component
class MoneyBeforeAccount {

    private final PaymentBook book;

    MoneyBeforeAccount(PaymentBook book) {
        this.book = book;
    }

    @EventListener
    void on(AccountMoves moves) {
        book.lockOrder(moves.orderNumber());
    }
}
