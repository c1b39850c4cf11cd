package io.tradeflow.inventory;

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
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The allocations in the database. */
@Repository
class AllocationTable {

    /** What remains of an allocation, and how much inspection took away. */
    record Reduction(long allocationId, BigDecimal remaining, BigDecimal rejected) {}

    private static final String ROW =
            """
            a.id, a.order_number, a.order_line_no, a.balance_id, a.quantity, a.rejected, a.shipment_number,
            num_nonnulls(a.dispatched_at, a.released_at) = 0 as live
            """;
    private static final String LIVE = "a.dispatched_at is null and a.released_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    AllocationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static final String TAKEN =
            """
            select order_line_no, sum(quantity - reopened) as quantity from allocation
            where order_number = :order and released_at is null group by order_line_no
            """;

    /** Dispatched or promised, by line of the order, less what came back and is owed again. */
    Map<Integer, BigDecimal> taken(String orderNumber) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        jdbc.sql(TAKEN).param("order", orderNumber).query((ResultSet row) -> {
            taken.put(row.getInt("order_line_no"), row.getBigDecimal("quantity"));
        });
        return taken;
    }

    /** Keeps the promises; of the order only these lines still wait for something. */
    Along promised(String orderNumber, List<Fefo.Take> takes, List<Integer> waitingLines) {
        return new Along(
                """
                served as (
                  delete from backorder where order_number = :takesOrder and order_line_no <> all(:takesWaiting::integer[])
                ), promised as (
                  insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at)
                  select :takesOrder, line, balance, quantity, :takesAt
                  from unnest(:takesLines::integer[], :takesBalances::bigint[], :takesQuantities::numeric[])
                    as t (line, balance, quantity)
                ),
                """,
                Map.of(
                        "takesOrder", orderNumber,
                        "takesWaiting", waitingLines.toArray(Integer[]::new),
                        "takesLines", takes.stream().map(Fefo.Take::orderLineNo).toArray(Integer[]::new),
                        "takesBalances",
                                takes.stream().map(Fefo.Take::balanceId).toArray(Long[]::new),
                        "takesQuantities", plain(takes, Fefo.Take::quantity),
                        "takesAt", OffsetDateTime.now(clock)));
    }

    List<Allocation> unplanned(String orderNumber) {
        return allocations("a.order_number = :key and a.shipment_number is null and " + LIVE, orderNumber);
    }

    List<Allocation> ofOrder(String orderNumber) {
        return allocations("a.order_number = :key and a.released_at is null", orderNumber);
    }

    List<Allocation> ofShipment(String shipmentNumber) {
        return allocations("a.shipment_number = :key and a.released_at is null", shipmentNumber);
    }

    private List<Allocation> allocations(String condition, String key) {
        return jdbc.sql(
                        """
                        select a.id, a.order_number, a.order_line_no, s.warehouse_code, s.sku, s.batch, b.expires_on, s.bin,
                               a.quantity, a.shipment_number
                        from allocation a join stock_balance s on s.id = a.balance_id
                                          join batch b on b.sku = s.sku and b.batch = s.batch
                        where %s
                        order by s.warehouse_code, a.order_line_no, b.expires_on nulls last, s.bin, a.id
                        """
                                .formatted(condition))
                .param("key", key)
                .query((row, number) -> new Allocation(
                        row.getLong("id"),
                        row.getString("order_number"),
                        row.getInt("order_line_no"),
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        row.getString("batch"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("bin"),
                        row.getBigDecimal("quantity"),
                        row.getString("shipment_number")))
                .list();
    }

    /** Puts live allocations that are in no shipment, or in this one already, into the shipment; gives how many there were. */
    int assign(String shipmentNumber, Collection<Long> ids) {
        return jdbc.sql("update allocation a set shipment_number = :shipment where a.id = any(:ids)"
                        + " and (a.shipment_number is null or a.shipment_number = :shipment) and " + LIVE)
                .param("shipment", shipmentNumber)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    List<AllocationRow> rows(Collection<Long> ids) {
        return jdbc.sql("select " + ROW + " from allocation a where a.id = any(:ids) order by a.id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> row(row))
                .list();
    }

    /** Lowers quantities to what is left of them; an allocation with nothing left is released and keeps its last quantity. */
    void reduce(List<Reduction> reductions) {
        jdbc.sql(
                        """
                        update allocation a
                        set quantity = case when r.remaining > 0 then r.remaining else a.quantity end,
                            rejected = a.rejected + r.rejected,
                            released_at = case when r.remaining > 0 then null else cast(:now as timestamptz) end
                        from unnest(:ids::bigint[], :remaining::numeric[], :rejected::numeric[])
                          as r (id, remaining, rejected)
                        where a.id = r.id
                        """)
                .param("ids", reductions.stream().map(Reduction::allocationId).toArray(Long[]::new))
                .param("remaining", plain(reductions, Reduction::remaining))
                .param("rejected", plain(reductions, Reduction::rejected))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Marks what is live in the shipment as dispatched and gives it. */
    List<AllocationRow> dispatch(String shipmentNumber) {
        return end("dispatched_at", "a.shipment_number = :key", shipmentNumber);
    }

    /** Marks what is live in the shipment as released and gives it. */
    List<AllocationRow> releaseShipment(String shipmentNumber) {
        return end("released_at", "a.shipment_number = :key", shipmentNumber);
    }

    /** Marks what is live for the order as released and gives it. */
    List<AllocationRow> release(String orderNumber) {
        return end("released_at", "a.order_number = :key", orderNumber);
    }

    /** Marks what is live for the order and in no shipment as released and gives it. */
    List<AllocationRow> releaseUnplanned(String orderNumber) {
        return end("released_at", "a.order_number = :key and a.shipment_number is null", orderNumber);
    }

    private List<AllocationRow> end(String column, String condition, String key) {
        return jdbc.sql("update allocation a set " + column + " = :now where " + condition + " and " + LIVE
                        + " returning " + ROW)
                .param("now", OffsetDateTime.now(clock))
                .param("key", key)
                .query((row, number) -> row(row))
                .list();
    }

    boolean anyDispatched(String orderNumber) {
        return jdbc.sql(
                        "select exists (select from allocation where order_number = :order and dispatched_at is not null)")
                .param("order", orderNumber)
                .query(Boolean.class)
                .single();
    }

    List<String> skusOfShipment(String shipmentNumber) {
        return skus("a.shipment_number = :key", shipmentNumber);
    }

    List<String> skusUnplanned(String orderNumber) {
        return skus("a.order_number = :key and a.shipment_number is null and " + LIVE, orderNumber);
    }

    /** Keeps goods for the order beside what it has; who waits for what is not touched. */
    void add(String orderNumber, List<Fefo.Take> takes) {
        jdbc.sql(
                        """
                        insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at)
                        select :order, line, balance, quantity, :now
                        from unnest(:lines::integer[], :balances::bigint[], :quantities::numeric[])
                          as t (line, balance, quantity)
                        """)
                .param("order", orderNumber)
                .param("lines", takes.stream().map(Fefo.Take::orderLineNo).toArray(Integer[]::new))
                .param("balances", takes.stream().map(Fefo.Take::balanceId).toArray(Long[]::new))
                .param("quantities", plain(takes, Fefo.Take::quantity))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    BigDecimal owedAgain(String orderNumber) {
        return jdbc.sql("select coalesce(sum(reopened), 0) from allocation where order_number = :order")
                .param("order", orderNumber)
                .query(BigDecimal.class)
                .single();
    }

    /** What a withdrawal may have to change: what is live for the order, and what it is owed again. */
    List<String> skusToWithdraw(String orderNumber) {
        return skus("a.order_number = :key and (a.reopened > 0 or " + LIVE + ")", orderNumber);
    }

    List<String> skusOfOrder(String orderNumber) {
        return skus("a.order_number = :key and " + LIVE, orderNumber);
    }

    List<String> skusOf(Collection<Long> ids) {
        return skus("a.id = any(:key)", ids.toArray(Long[]::new));
    }

    private List<String> skus(String condition, Object key) {
        return jdbc.sql("select distinct s.sku from allocation a join stock_balance s on s.id = a.balance_id where "
                        + condition)
                .param("key", key)
                .query(String.class)
                .list();
    }

    private static AllocationRow row(ResultSet row) throws SQLException {
        return new AllocationRow(
                row.getLong("id"),
                row.getString("order_number"),
                row.getInt("order_line_no"),
                row.getLong("balance_id"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("rejected"),
                row.getString("shipment_number"),
                row.getBoolean("live"));
    }

    private static <T> String[] plain(List<T> rows, Function<T, BigDecimal> quantity) {
        return rows.stream().map(quantity).map(BigDecimal::toPlainString).toArray(String[]::new);
    }
}
