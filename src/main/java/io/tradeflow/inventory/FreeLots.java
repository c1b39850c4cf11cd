package io.tradeflow.inventory;

import io.tradeflow.quotation.StockOutlook;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be promised counts from the day it is there until it expires. */
@Component
class FreeLots implements StockOutlook {

    private final Availability availability;

    FreeLots(Availability availability) {
        this.availability = availability;
    }

    @Override
    public List<Lot> lots(Collection<String> skus) {
        return availability.of(skus).values().stream()
                .flatMap(forecast -> forecast.lots().stream()
                        .map(lot -> new Lot(forecast.sku(), lot.quantity(), lot.from(), lot.lastDay())))
                .toList();
    }
}
