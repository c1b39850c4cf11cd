package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.Amounts;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that came without an order is given to one, as its advance. Finance only. */
@Service
public class MoneyOnAccount {

    private final PaymentBook book;
    private final ReceiptTable table;
    private final SalesOrders orders;
    private final Exposures exposures;
    private final Vouchers vouchers;
    private final ApplicationEventPublisher events;

    MoneyOnAccount(
            PaymentBook book,
            ReceiptTable table,
            SalesOrders orders,
            Exposures exposures,
            Vouchers vouchers,
            ApplicationEventPublisher events) {
        this.book = book;
        this.table = table;
        this.orders = orders;
        this.exposures = exposures;
        this.vouchers = vouchers;
        this.events = events;
    }

    /**
     * All that nothing has taken of the receipt is the order's from now on: an advance it waits for is met with it, and its invoices take
     * their share. What invoices have taken already stays theirs.
     *
     * @throws Problem {@code finance-only}; {@code receipt-of-order}; {@code nothing-unapplied}; {@code assignment-invalid}; not-found
     */
    @Transactional
    public Receipt assign(Actor by, String receiptNumber, String orderNumber) {
        FinanceOnly.require(by);
        Receipt before = receipt(receiptNumber);
        SalesOrder order = order(before, orderNumber);
        book.lockAll(List.of(before.buyerCode(), order.number()));
        Receipt receipt = receipt(receiptNumber);
        if (!receipt.isOnAccount()) {
            throw Problem.conflict(
                    "receipt-of-order",
                    "Not on account",
                    receiptNumber + " is the money of order " + receipt.orderNumber()
                            + "; apply it to an invoice instead");
        }
        if (!receipt.unapplied().isPositive()) {
            throw Problem.conflict(
                    "nothing-unapplied", "Nothing is left", "All of " + receiptNumber + " is applied or given back");
        }
        SalesOrder now = order(receipt, orderNumber);
        if (now.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.invalid(
                    "assignment-invalid", "orderNumber", "Order " + now.number() + " is not open; it needs no money");
        }
        table.assign(receiptNumber, now);
        exposures.assigned(now.debt(), receiptNumber);
        events.publishEvent(DealProgress.noted(
                now.dealNumber(),
                Amounts.shown(receipt.unapplied()) + " of " + receipt.reference()
                        + ", received on account, are for order " + now.number(),
                receiptNumber,
                by));
        events.publishEvent(new PaymentReceived(now.dealNumber(), now.number()));
        vouchers.received(receipt(receiptNumber));
        return receipt(receiptNumber);
    }

    private SalesOrder order(Receipt receipt, String orderNumber) {
        SalesOrder order;
        try {
            order = orders.order(orderNumber == null ? "" : orderNumber.strip());
        } catch (Problem unknown) {
            throw Problem.invalid("assignment-invalid", "orderNumber", "There is no order " + orderNumber);
        }
        if (!order.buyerCode().equals(receipt.buyerCode())) {
            throw Problem.invalid(
                    "assignment-invalid",
                    "orderNumber",
                    "Order " + order.number() + " is not one of buyer " + receipt.buyerCode());
        }
        if (!order.currency().equals(receipt.amount().currency().getCurrencyCode())) {
            throw Problem.invalid(
                    "assignment-invalid",
                    "orderNumber",
                    "Order " + order.number() + " is in " + order.currency() + ", the money in "
                            + receipt.amount().currency().getCurrencyCode());
        }
        return order;
    }

    private Receipt receipt(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("receipt", number));
    }
}
