package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.payment.Applications.Application;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells credit what money makes a buyer owe less, in the transaction that books it. */
@Component
class PaidCredit {

    private final Exposures exposures;
    private final SalesOrders orders;

    PaidCredit(Exposures exposures, SalesOrders orders) {
        this.exposures = exposures;
        this.orders = orders;
    }

    void received(Receipt receipt) {
        exposures.received(orders.order(receipt.orderNumber()).debt(), receipt.number(), receipt.amount());
    }

    void applied(String orderNumber, List<Application> applications) {
        if (applications.isEmpty()) {
            return;
        }
        SalesOrder order = orders.order(orderNumber);
        applications.forEach(application -> exposures.applied(
                order.debt(),
                application.receiptNumber(),
                application.invoiceNumber(),
                Money.of(application.amount(), order.currency())));
    }
}
