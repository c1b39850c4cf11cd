package io.tradeflow.fulfilment;

import io.tradeflow.ordering.OrderCancelled;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shipments of a cancelled order are cancelled too; inventory refuses before, where goods have left. */
@Component
class CancelledOrders {

    private final StoredShipments shipments;
    private final Clock clock;

    CancelledOrders(StoredShipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    @EventListener
    @Order(2)
    @Transactional
    public void on(OrderCancelled event) {
        shipments.ofOrder(event.orderNumber()).forEach(shipment -> shipment.cancel(clock.instant()));
    }
}
