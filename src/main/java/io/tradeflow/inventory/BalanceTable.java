package io.tradeflow.inventory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Balances of a warehouse by product and batch. */
@Repository
class BalanceTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    BalanceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the books have of these, absent where they have nothing. */
    Map<StockKey, BalanceFigures> figures(String warehouse, Collection<StockKey> keys) {
        Map<StockKey, BalanceFigures> found = new HashMap<>();
        jdbc.sql(
                        """
                        select s.* from stock_balance s
                        join unnest(:skus::varchar[], :batches::varchar[]) as w (sku, batch)
                            on s.sku = w.sku and s.batch = w.batch
                        where s.warehouse_code = :warehouse
                        """)
                .param("warehouse", warehouse)
                .param("skus", keys.stream().map(StockKey::sku).toArray(String[]::new))
                .param("batches", keys.stream().map(StockKey::batch).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new StockKey(row.getString("sku"), row.getString("batch")),
                            new BalanceFigures(
                                    row.getLong("id"),
                                    row.getBigDecimal("on_hand"),
                                    row.getBigDecimal("allocated"),
                                    row.getBigDecimal("held"),
                                    row.getBigDecimal("quarantined")));
                });
        return found;
    }

    /** Makes empty balances where there are none; the batches are known. */
    Map<StockKey, BalanceFigures> open(String warehouse, List<StockKey> keys, List<String> bins) {
        jdbc.sql(
                        """
                        insert into stock_balance (warehouse_code, sku, batch, bin, received_at)
                        select :warehouse, l.sku, l.batch, l.bin, :now
                        from unnest(:skus::varchar[], :batches::varchar[], :bins::varchar[]) as l (sku, batch, bin)
                        on conflict (sku, warehouse_code, batch) do update
                        set bin = coalesce(excluded.bin, stock_balance.bin),
                            received_at = case when stock_balance.on_hand = 0 then excluded.received_at
                                               else stock_balance.received_at end
                        """)
                .param("warehouse", warehouse)
                .param("skus", keys.stream().map(StockKey::sku).toArray(String[]::new))
                .param("batches", keys.stream().map(StockKey::batch).toArray(String[]::new))
                .param("bins", bins.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return figures(warehouse, keys);
    }
}
