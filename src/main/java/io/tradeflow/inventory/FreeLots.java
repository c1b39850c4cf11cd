package io.tradeflow.inventory;

import io.tradeflow.quotation.StockOutlook;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is free in all warehouses now counts as what may be promised, until it expires. */
@Component
class FreeLots implements StockOutlook {

    private final Stock stock;

    FreeLots(Stock stock) {
        this.stock = stock;
    }

    @Override
    public List<Lot> lots(Collection<String> skus) {
        return stock.free(skus).stream()
                .map(lot -> new Lot(lot.sku(), lot.available(), lot.expiresOn()))
                .toList();
    }
}
