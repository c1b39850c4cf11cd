package io.tradeflow.inventory;

import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What orders still wait for. A backorder is a row of its own and never a negative balance. */
@Repository
class Backorders {

    private final JdbcClient jdbc;
    private final Clock clock;

    Backorders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The order waits for exactly this; a line that waited before keeps its place in time, and an order that others pass is passed on. */
    void keep(SalesOrder order, List<Fefo.Need> missing, int priority, boolean allAtOnce, int remainingDays) {
        jdbc.sql(
                        """
                        with over as (
                          delete from backorder where order_number = :order and order_line_no <> all(:lines::integer[])
                        )
                        insert into backorder (order_number, order_line_no, deal_number, sku, quantity, ordered_on, since,
                                               priority, all_at_once, passed, remaining_days)
                        select :order, m.line, :deal, m.sku, m.quantity, :orderedOn, :now, :priority, :allAtOnce,
                               exists (select from backorder where order_number = :order and passed), :remainingDays
                        from unnest(:lines::integer[], :skus::varchar[], :quantities::numeric[]) as m (line, sku, quantity)
                        on conflict (order_number, order_line_no) do update
                        set quantity = excluded.quantity, priority = excluded.priority,
                            all_at_once = excluded.all_at_once, remaining_days = excluded.remaining_days
                        """)
                .param("order", order.number())
                .param("deal", order.dealNumber())
                .param("orderedOn", order.orderedOn())
                .param("lines", missing.stream().map(Fefo.Need::orderLineNo).toArray(Integer[]::new))
                .param("skus", missing.stream().map(Fefo.Need::sku).toArray(String[]::new))
                .param(
                        "quantities",
                        missing.stream()
                                .map(Fefo.Need::quantity)
                                .map(BigDecimal::toPlainString)
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .param("priority", priority)
                .param("allAtOnce", allAtOnce)
                .param("remainingDays", remainingDays)
                .update();
    }

    /** The priority the order waits or was served with last; the usual one where nothing is known of it. */
    int priority(String orderNumber) {
        return jdbc.sql(
                        """
                        select coalesce((select max(priority) from backorder where order_number = :order),
                                        (select priority from allocation_run where order_number = :order order by id desc limit 1),
                                        :usual)
                        """)
                .param("order", orderNumber)
                .param("usual", Routing.USUAL_PRIORITY)
                .query(Integer.class)
                .single();
    }

    /** Who waits for these products and is served before, in that order. Who wants everything at once keeps nothing from others. */
    List<Queue.Waiting> before(Collection<String> skus, Turn turn) {
        return jdbc.sql(
                        """
                        select sku, quantity, remaining_days from (
                          select b.*, coalesce(p.priority, b.priority) as counts
                          from backorder b left join allocation_priority p on p.order_number = b.order_number
                          where b.sku = any(:skus) and b.order_number <> :order and not b.all_at_once and not b.passed
                        ) w
                        where (-counts, ordered_on, order_number) < (-cast(:priority as integer), cast(:orderedOn as date), cast(:order as varchar))
                        order by counts desc, ordered_on, order_number, order_line_no
                        """)
                .param("skus", skus.toArray(String[]::new))
                .param("order", turn.orderNumber())
                .param("priority", turn.priority())
                .param("orderedOn", turn.orderedOn())
                .query((row, number) -> new Queue.Waiting(
                        row.getString("sku"), row.getBigDecimal("quantity"), row.getInt("remaining_days")))
                .list();
    }

    /** The order is on hold for longer than it keeps its turn: others go first. Gives the products it waits for. */
    Set<String> letPass(String orderNumber) {
        return new HashSet<>(jdbc.sql("update backorder set passed = true where order_number = :order returning sku")
                .param("order", orderNumber)
                .query(String.class)
                .list());
    }

    /** The order takes its turn again. */
    void takeTurn(String orderNumber) {
        jdbc.sql("update backorder set passed = false where order_number = :order and passed")
                .param("order", orderNumber)
                .update();
    }

    /** The line waits for so much only, or for nothing. */
    void lower(String orderNumber, int lineNo, BigDecimal quantity) {
        jdbc.sql(
                        quantity.signum() > 0
                                ? "update backorder set quantity = :quantity where order_number = :order and order_line_no = :line"
                                : "delete from backorder where order_number = :order and order_line_no = :line and :quantity <= 0")
                .param("order", orderNumber)
                .param("line", lineNo)
                .param("quantity", quantity)
                .update();
    }

    /** The order waits for nothing any more. */
    void clear(String orderNumber) {
        jdbc.sql("delete from backorder where order_number = :order")
                .param("order", orderNumber)
                .update();
    }

    /** These lines of the order wait for nothing any more. */
    void clear(String orderNumber, Collection<Integer> lines) {
        jdbc.sql("delete from backorder where order_number = :order and order_line_no = any(:lines)")
                .param("order", orderNumber)
                .param("lines", lines.toArray(Integer[]::new))
                .update();
    }

    /** The deals that wait for one of these products, in the order they are served. */
    List<String> dealsWaitingFor(Collection<String> skus) {
        return jdbc.sql(
                        """
                        select b.deal_number
                        from backorder b left join allocation_priority p on p.order_number = b.order_number
                        where b.sku = any(:skus)
                        group by b.deal_number
                        order by max(coalesce(p.priority, b.priority)) desc, min(b.ordered_on), min(b.order_number)
                        """)
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
