package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which of an order's allocations stand for goods that are invoiced already. What came back is owed longest, so it is served first. */
@Service
@Transactional
public class ReplacementGoods {

    private record Row(long id, int orderLineNo, BigDecimal quantity) {}

    private record Brought(long id, String shipmentNumber, BigDecimal reopened) {}

    private final StockBooks books;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ReplacementGoods(StockBooks books, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.books = books;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * What is owed again of these lines, and not allocated yet, is not sent after all. Publishes {@link ReplacementGivenUp}. May be repeated.
     *
     * @param reason told to the buyer
     */
    void giveUp(String orderNumber, Set<Integer> lines, String reason, Actor by) {
        if (owed(orderNumber).keySet().stream().noneMatch(lines::contains)) {
            return;
        }
        books.lock(jdbc.sql("select distinct s.sku from allocation a join stock_balance s on s.id = a.balance_id"
                        + " where a.order_number = :order and a.reopened > 0")
                .param("order", orderNumber)
                .query(String.class)
                .list());
        // what is allocated already serves what came back first
        setApart(orderNumber);
        List<ReplacementGivenUp.Goods> given = new ArrayList<>();
        owed(orderNumber).forEach((lineNo, quantity) -> {
            if (lines.contains(lineNo)) {
                given.addAll(giveUp(orderNumber, lineNo, quantity));
            }
        });
        if (!given.isEmpty()) {
            events.publishEvent(new ReplacementGivenUp(orderNumber, given, reason, by));
        }
    }

    private List<ReplacementGivenUp.Goods> giveUp(String orderNumber, int lineNo, BigDecimal quantity) {
        List<ReplacementGivenUp.Goods> given = new ArrayList<>();
        BigDecimal left = quantity;
        for (Brought brought : jdbc.sql(
                        """
                        select id, shipment_number, reopened from allocation
                        where order_number = :order and order_line_no = :line and reopened > 0 order by id desc for update""")
                .param("order", orderNumber)
                .param("line", lineNo)
                .query(Brought.class)
                .list()) {
            BigDecimal taken = left.min(brought.reopened());
            if (taken.signum() > 0) {
                jdbc.sql("update allocation set reopened = reopened - :quantity where id = :id")
                        .param("quantity", taken)
                        .param("id", brought.id())
                        .update();
                given.add(new ReplacementGivenUp.Goods(brought.id(), brought.shipmentNumber(), taken));
                left = left.subtract(taken);
            }
        }
        return given;
    }

    /**
     * Marks, of what is allocated and in no shipment yet, what replaces returned goods; an allocation that serves both is split in two.
     * May be repeated.
     *
     * @return ids of all allocations of the order in no shipment that are replacements
     */
    public Set<Long> setApart(String orderNumber) {
        Map<Integer, BigDecimal> owed = owed(orderNumber);
        if (!owed.isEmpty()) {
            for (Row row : unmarked(orderNumber)) {
                BigDecimal left = owed.getOrDefault(row.orderLineNo(), BigDecimal.ZERO);
                if (left.signum() > 0) {
                    mark(row, left.min(row.quantity()));
                    owed.put(row.orderLineNo(), left.subtract(row.quantity()).max(BigDecimal.ZERO));
                }
            }
        }
        return new HashSet<>(jdbc.sql("select id from allocation where order_number = :order and is_replacement"
                        + " and num_nonnulls(shipment_number, released_at, dispatched_at) = 0")
                .param("order", orderNumber)
                .query(Long.class)
                .list());
    }

    /** Reopened and not yet served by a replacement, by order line: the buyer has paid for it or is to. */
    public Map<Integer, BigDecimal> owed(String orderNumber) {
        Map<Integer, BigDecimal> owed = new HashMap<>();
        jdbc.sql(
                        """
                        select order_line_no, sum(reopened) - sum(case when is_replacement then quantity else 0 end) as owed
                        from allocation where order_number = :order and released_at is null
                        group by order_line_no having sum(reopened) > sum(case when is_replacement then quantity else 0 end)""")
                .param("order", orderNumber)
                .query(row -> {
                    owed.put(row.getInt("order_line_no"), row.getBigDecimal("owed"));
                });
        return owed;
    }

    private List<Row> unmarked(String orderNumber) {
        return jdbc.sql(
                        """
                        select id, order_line_no, quantity from allocation
                        where order_number = :order and not is_replacement
                          and num_nonnulls(shipment_number, released_at, dispatched_at) = 0
                        order by id for update""")
                .param("order", orderNumber)
                .query(Row.class)
                .list();
    }

    private void mark(Row row, BigDecimal replaces) {
        jdbc.sql("update allocation set is_replacement = true, quantity = :quantity where id = :id")
                .param("quantity", replaces)
                .param("id", row.id())
                .update();
        if (replaces.compareTo(row.quantity()) < 0) {
            jdbc.sql(
                            """
                            insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at)
                            select order_number, order_line_no, balance_id, :rest, allocated_at from allocation where id = :id""")
                    .param("rest", row.quantity().subtract(replaces))
                    .param("id", row.id())
                    .update();
        }
    }
}
