package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and balances in the database as a count meets them. */
@Repository
class CountTable {

    private static final int AT_A_TIME = 1_000;

    private static final String BALANCES =
            """
            select s.id, s.warehouse_code, s.sku, s.batch, b.manufactured_on, b.expires_on, s.bin, s.on_hand,
                   s.allocated + s.held + s.quarantined as bound
            from stock_balance s join batch b on b.sku = s.sku and b.batch = s.batch
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate longAnswers;
    private final Clock clock;

    CountTable(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.longAnswers = new JdbcTemplate(database);
        longAnswers.setFetchSize(AT_A_TIME);
        this.clock = clock;
    }

    /** Where something lies. */
    record Place(String warehouseCode, StockKey key) {

        static Place of(CountedStock line) {
            return new Place(line.warehouseCode(), line.key());
        }
    }

    /** @param bound promised to orders, kept for deals or held back */
    record Balance(long id, CountedStock stock, BigDecimal bound) {}

    record Batch(LocalDate manufacturedOn, LocalDate expiresOn) {}

    Map<Place, Balance> balances(List<CountedStock> counted) {
        Map<Place, Balance> found = new HashMap<>();
        jdbc.sql(
                        BALANCES
                                + """
                                join unnest(:warehouses::varchar[], :skus::varchar[], :batches::varchar[]) as w (warehouse, sku, batch)
                                    on s.warehouse_code = w.warehouse and s.sku = w.sku and s.batch = w.batch
                                """)
                .param("warehouses", texts(counted, CountedStock::warehouseCode))
                .param("skus", texts(counted, CountedStock::sku))
                .param("batches", texts(counted, line -> line.key().batch()))
                .query(row -> {
                    Balance balance = balance(row);
                    found.put(Place.of(balance.stock()), balance);
                });
        return found;
    }

    Map<StockKey, Batch> batches(List<CountedStock> counted) {
        Map<StockKey, Batch> found = new HashMap<>();
        jdbc.sql(
                        """
                        select b.* from batch b join unnest(:skus::varchar[], :batches::varchar[]) as w (sku, batch)
                            on b.sku = w.sku and b.batch = w.batch
                        """)
                .param("skus", texts(counted, CountedStock::sku))
                .param("batches", texts(counted, line -> line.key().batch()))
                .query(row -> {
                    found.put(
                            new StockKey(row.getString("sku"), row.getString("batch")),
                            new Batch(
                                    row.getObject("manufactured_on", LocalDate.class),
                                    row.getObject("expires_on", LocalDate.class)));
                });
        return found;
    }

    void forEach(Consumer<CountedStock> reader) {
        longAnswers.query(BALANCES + "where s.on_hand > 0 order by s.warehouse_code, s.sku, s.batch", row -> {
            reader.accept(balance(row).stock());
        });
    }

    int productsInStock() {
        return jdbc.sql("select count(distinct sku) from stock_balance where on_hand > 0")
                .query(Integer.class)
                .single();
    }

    void saveBatches(List<CountedStock> counted) {
        jdbc.sql(
                        """
                        insert into batch (sku, batch, manufactured_on, expires_on)
                        select distinct on (sku, batch) *
                        from unnest(:skus::varchar[], :batches::varchar[], :made::date[], :expires::date[])
                            as l (sku, batch, made, expires)
                        on conflict (sku, batch) do update
                        set manufactured_on = coalesce(batch.manufactured_on, excluded.manufactured_on)
                        """)
                .param("skus", texts(counted, CountedStock::sku))
                .param("batches", texts(counted, line -> line.key().batch()))
                .param("made", texts(counted, CountedStock::manufacturedOn))
                .param("expires", texts(counted, CountedStock::expiresOn))
                .update();
    }

    /** The balances that were counted, made empty where there were none; goods lie where they were found. */
    Map<Place, Balance> openBalances(List<CountedStock> counted) {
        jdbc.sql(
                        """
                        insert into stock_balance (warehouse_code, sku, batch, bin, received_at)
                        select l.warehouse, l.sku, l.batch, l.bin, :now
                        from unnest(:warehouses::varchar[], :skus::varchar[], :batches::varchar[], :bins::varchar[])
                            as l (warehouse, sku, batch, bin)
                        on conflict (sku, warehouse_code, batch) do update
                        set bin = excluded.bin,
                            received_at = case when stock_balance.on_hand = 0 then excluded.received_at
                                               else stock_balance.received_at end
                        """)
                .param("warehouses", texts(counted, CountedStock::warehouseCode))
                .param("skus", texts(counted, CountedStock::sku))
                .param("batches", texts(counted, line -> line.key().batch()))
                .param("bins", texts(counted, CountedStock::bin))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return balances(counted);
    }

    private static Balance balance(ResultSet row) throws SQLException {
        String batch = row.getString("batch");
        return new Balance(
                row.getLong("id"),
                new CountedStock(
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        batch.isEmpty() ? null : batch,
                        row.getObject("manufactured_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("bin"),
                        row.getBigDecimal("on_hand"),
                        null),
                row.getBigDecimal("bound"));
    }

    private static String[] texts(List<CountedStock> counted, Function<CountedStock, ?> part) {
        return counted.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
