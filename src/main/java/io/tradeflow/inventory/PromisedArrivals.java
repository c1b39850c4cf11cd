package io.tradeflow.inventory;

import io.tradeflow.ordering.ArrivalDays;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The promises of an order, for what ordering prints. */
@Component
class PromisedArrivals implements ArrivalDays {

    private final Promises promises;

    PromisedArrivals(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Map<Integer, LocalDate> of(String orderNumber) {
        return promises.ofOrder(orderNumber).stream()
                .filter(promise -> promise.promisedOn() != null)
                .collect(Collectors.toMap(Promise::lineNo, Promise::promisedOn));
    }
}
