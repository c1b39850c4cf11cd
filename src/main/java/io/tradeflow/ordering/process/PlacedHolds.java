package io.tradeflow.ordering.process;

import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open holds of an order, for the process to go through. */
@Component("placedHolds")
public class PlacedHolds {

    private final OrderHolds holds;

    PlacedHolds(OrderHolds holds) {
        this.holds = holds;
    }

    /** Their ids, oldest first. */
    public List<Long> of(String orderNumber) {
        return holds.ofOrder(orderNumber).stream()
                .filter(OrderHold::isOpen)
                .map(OrderHold::id)
                .toList();
    }
}
