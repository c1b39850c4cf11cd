package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Balances and the append-only ledger behind them. */
@Service
public class Stock {

    public List<Warehouse> warehouses() {
        throw new UnsupportedOperationException();
    }

    public Warehouse warehouse(String code) {
        throw new UnsupportedOperationException();
    }

    public void saveWarehouse(Warehouse warehouse) {
        throw new UnsupportedOperationException();
    }

    public List<StockBalance> balances(String sku) {
        throw new UnsupportedOperationException();
    }

    /** Available quantity over all warehouses by SKU, in one round trip. */
    public Map<String, BigDecimal> available(Collection<String> skus) {
        throw new UnsupportedOperationException();
    }

    /** Books goods in and publishes {@link StockArrived}. Booking the same reference again changes nothing. */
    public void receive(Actor by, StockReceipt receipt) {
        throw new UnsupportedOperationException();
    }
}
