package io.tradeflow.ordering;

import io.tradeflow.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders that wanted all their goods at once and may be delivered in parts after all. */
@Service
public class PartDeliveries {

    private final StoredOrders stored;

    PartDeliveries(StoredOrders stored) {
        this.stored = stored;
    }

    /** What is ready leaves from now on. May be repeated. @throws Problem not-found */
    @Transactional
    public void allow(String orderNumber) {
        StoredOrder order = stored.lock(orderNumber).orElseThrow(() -> Problem.notFound("order", orderNumber));
        order.shipAsReady();
        stored.saveAndFlush(order);
    }
}
