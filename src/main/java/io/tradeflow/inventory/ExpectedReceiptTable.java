package io.tradeflow.inventory;

import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.inventory.ExpectedReceipt.Status;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The expected receipts in the database, and what became of them. */
@Repository
class ExpectedReceiptTable {

    private static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate longAnswers;
    private final Clock clock;

    ExpectedReceiptTable(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.longAnswers = new JdbcTemplate(database);
        longAnswers.setFetchSize(AT_A_TIME);
        this.clock = clock;
    }

    /** What tells two of them apart. */
    record Key(String reference, String warehouseCode, String sku) {

        static Key of(ExpectedGoods goods) {
            return new Key(goods.reference(), goods.warehouseCode(), goods.sku());
        }
    }

    Map<Key, ExpectedReceipt> known(List<ExpectedGoods> announced) {
        Map<Key, ExpectedReceipt> found = new HashMap<>();
        jdbc.sql(
                        """
                        select e.* from expected_receipt e
                        join unnest(:references::varchar[], :warehouses::varchar[], :skus::varchar[])
                            as w (reference, warehouse, sku)
                            on e.reference = w.reference and e.warehouse_code = w.warehouse and e.sku = w.sku
                        """)
                .param("references", texts(announced, ExpectedGoods::reference))
                .param("warehouses", texts(announced, ExpectedGoods::warehouseCode))
                .param("skus", texts(announced, ExpectedGoods::sku))
                .query((row, number) -> row(row))
                .list()
                .forEach(receipt -> found.put(Key.of(receipt.goods()), receipt));
        return found;
    }

    /** Adds them or says them anew, and keeps what is said in their history. Those that are over stay as they are. */
    void save(List<ExpectedGoods> announced, String reason, String by) {
        jdbc.sql(
                        """
                        with said as (
                          insert into expected_receipt as e
                                 (reference, warehouse_code, sku, quantity, expected_on, first_expected_on, source)
                          select reference, warehouse, sku, quantity, expected, expected, source
                          from unnest(:references::varchar[], :warehouses::varchar[], :skus::varchar[],
                                      :quantities::numeric[], :days::date[], :sources::varchar[])
                              as w (reference, warehouse, sku, quantity, expected, source)
                          on conflict (reference, warehouse_code, sku) do update
                          set quantity = excluded.quantity, expected_on = excluded.expected_on, source = excluded.source,
                              status = case when e.received >= excluded.quantity then 'RECEIVED' else 'OPEN' end
                          where e.status = 'OPEN'
                          returning id, quantity, expected_on, xmax = 0 as fresh
                        )
                        insert into expected_receipt_change
                               (expected_receipt_id, kind, quantity, expected_on, reason, changed_by, changed_at)
                        select id, case when fresh then 'ANNOUNCED' else 'CHANGED' end, quantity, expected_on, :reason, :by, :now
                        from said
                        """)
                .param("references", texts(announced, ExpectedGoods::reference))
                .param("warehouses", texts(announced, ExpectedGoods::warehouseCode))
                .param("skus", texts(announced, ExpectedGoods::sku))
                .param("quantities", texts(announced, goods -> goods.quantity().toPlainString()))
                .param("days", texts(announced, ExpectedGoods::expectedOn))
                .param("sources", texts(announced, ExpectedGoods::source))
                .param("reason", reason)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<ExpectedReceipt> find(long id) {
        return one("select * from expected_receipt where id = :id", id);
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<ExpectedReceipt> lock(long id) {
        return one("select * from expected_receipt where id = :id for update", id);
    }

    private Optional<ExpectedReceipt> one(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query((row, number) -> row(row)).optional();
    }

    /** Keeps the receipt as it is now, and that it became so. */
    void update(ExpectedReceipt now, String kind, BigDecimal quantity, String reason, String by) {
        jdbc.sql(
                        """
                        with changed as (
                          update expected_receipt
                          set quantity = :announced, received = :received, expected_on = :day, status = :status
                          where id = :id
                        )
                        insert into expected_receipt_change
                               (expected_receipt_id, kind, quantity, expected_on, reason, changed_by, changed_at)
                        values (:id, :kind, :quantity, :day, :reason, :by, :now)
                        """)
                .param("id", now.id())
                .param("announced", now.quantity())
                .param("received", now.received())
                .param("day", now.expectedOn())
                .param("status", now.status().name())
                .param("kind", kind)
                .param("quantity", quantity)
                .param("reason", reason)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Those that are open of these products, the earliest first. */
    List<ExpectedReceipt> open(Collection<String> skus) {
        return jdbc.sql("select * from expected_receipt where status = 'OPEN' and sku = any(:skus)"
                        + " order by expected_on, reference, id")
                .param("skus", skus.toArray(String[]::new))
                .query((row, number) -> row(row))
                .list();
    }

    /** @param sku null for all products, {@code warehouse} null for all warehouses */
    List<ExpectedReceipt> page(String sku, String warehouse, boolean openOnly, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from expected_receipt
                        where (cast(:sku as varchar) is null or sku = :sku)
                          and (cast(:warehouse as varchar) is null or warehouse_code = :warehouse)
                          and (status = 'OPEN' or not :openOnly)
                        order by status <> 'OPEN', expected_on, reference, id offset :offset limit :limit
                        """)
                .param("sku", sku)
                .param("warehouse", warehouse)
                .param("openOnly", openOnly)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    List<ExpectedReceiptChange> changes(long id) {
        return jdbc.sql("select * from expected_receipt_change where expected_receipt_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new ExpectedReceiptChange(
                        row.getString("kind"),
                        row.getBigDecimal("quantity"),
                        row.getObject("expected_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forEachOpen(Consumer<ExpectedReceipt> reader) {
        longAnswers.query(
                "select * from expected_receipt where status = 'OPEN' order by expected_on, reference, id", row -> {
                    reader.accept(row(row));
                });
    }

    private static ExpectedReceipt row(ResultSet row) throws SQLException {
        return new ExpectedReceipt(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("warehouse_code"),
                row.getString("sku"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("received"),
                row.getObject("expected_on", LocalDate.class),
                row.getObject("first_expected_on", LocalDate.class),
                Source.valueOf(row.getString("source")),
                Status.valueOf(row.getString("status")));
    }

    private static String[] texts(List<ExpectedGoods> announced, Function<ExpectedGoods, ?> part) {
        return announced.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
