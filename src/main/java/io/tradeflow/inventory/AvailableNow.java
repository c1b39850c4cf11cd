package io.tradeflow.inventory;

import io.tradeflow.quotation.StockOutlook;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is free in all warehouses now counts as what may be promised. */
@Component
class AvailableNow implements StockOutlook {

    private final Stock stock;

    AvailableNow(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Map<String, BigDecimal> available(Collection<String> skus) {
        return stock.available(skus);
    }
}
