package io.tradeflow.inventory;

import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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

    /** The order waits for exactly this; a line that waited before keeps its place in time. */
    void keep(SalesOrder order, List<Fefo.Need> missing) {
        jdbc.sql(
                        """
                        with over as (
                          delete from backorder where order_number = :order and order_line_no <> all(:lines::integer[])
                        )
                        insert into backorder (order_number, order_line_no, deal_number, sku, quantity, ordered_on, since)
                        select :order, m.line, :deal, m.sku, m.quantity, :orderedOn, :now
                        from unnest(:lines::integer[], :skus::varchar[], :quantities::numeric[]) as m (line, sku, quantity)
                        on conflict (order_number, order_line_no) do update set quantity = excluded.quantity
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

    /** The deals that wait for one of these products, oldest order first. */
    List<String> dealsWaitingFor(Collection<String> skus) {
        return jdbc.sql("select deal_number from backorder where sku = any(:skus)"
                        + " group by deal_number order by min(ordered_on), min(order_number)")
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
