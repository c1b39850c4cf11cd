package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.OrderHoldEnded;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of orders that wait for stock, and how planners change its order. */
@Service
@Transactional
public class WaitingOrders {

    private static final int LEAST = 1;
    private static final int MOST = 99;
    private static final int LONGEST_REASON = 500;

    private static final String LINES =
            """
            select b.order_number, b.order_line_no, b.deal_number, o.buyer_name, b.sku, l.description, b.quantity, l.unit,
                   coalesce(p.priority, b.priority) as priority, p.reason, p.set_by, b.ordered_on, b.since, b.remaining_days,
                   b.all_at_once, b.expected_on, b.expected_why
            from backorder b join sales_order o on o.number = b.order_number
                             join sales_order_line l on l.order_id = o.id and l.line_no = b.order_line_no
                             left join allocation_priority p on p.order_number = b.order_number
            %s
            order by coalesce(p.priority, b.priority) desc, b.ordered_on, b.order_number, b.order_line_no
            """;

    private final JdbcClient jdbc;
    private final SalesOrders orders;
    private final Backorders backorders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingOrders(
            JdbcClient jdbc, SalesOrders orders, Backorders backorders, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.backorders = backorders;
        this.events = events;
        this.clock = clock;
    }

    /** In the order they are served; of one product, or of all where the SKU is empty. */
    @Transactional(readOnly = true)
    public List<WaitingLine> inTurn(String sku, int most) {
        String condition = sku == null || sku.isBlank() ? "" : "where b.sku = :sku";
        return jdbc.sql(LINES.formatted(condition) + " limit :most")
                .param("sku", sku)
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<WaitingLine> ofOrder(String orderNumber) {
        return jdbc.sql(LINES.formatted("where b.order_number = :order"))
                .param("order", orderNumber)
                .query((row, number) -> line(row))
                .list();
    }

    /** Whether this member of staff may change who is served first. */
    public boolean mayPrioritise(Actor by) {
        return PlannersOnly.admits(by);
    }

    /**
     * The order is served with this priority from now on, whatever the table says; its lines take their new place in the queue and look for
     * stock again.
     *
     * @throws Problem {@code planners-only}, not-found, {@code order-over}, {@code invalid-priority} naming each wrong field
     */
    public void prioritise(Actor by, String orderNumber, Integer priority, String reason) {
        PlannersOnly.require(by);
        SalesOrder order = orders.order(orderNumber);
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict("order-over", "The order is over", orderNumber + " waits for nothing any more");
        }
        List<Violation> wrong = new ArrayList<>();
        if (priority == null || priority < LEAST || priority > MOST) {
            wrong.add(new Violation("priority", "Between " + LEAST + " and " + MOST + ", higher is served first"));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            wrong.add(new Violation("reason", "Say why, in at most " + LONGEST_REASON + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-priority", "The priority cannot be set", wrong);
        }
        jdbc.sql(
                        """
                        insert into allocation_priority (order_number, priority, reason, set_by, set_at)
                        values (:order, :priority, :reason, :by, :now)
                        on conflict (order_number) do update
                        set priority = excluded.priority, reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("order", orderNumber)
                .param("priority", priority)
                .param("reason", reason.strip())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(DealProgress.internal(
                order.dealNumber(), "Served with priority " + priority + ": " + reason.strip(), orderNumber, by));
        Set<String> skus = Set.copyOf(jdbc.sql("select distinct sku from backorder where order_number = :order")
                .param("order", orderNumber)
                .query(String.class)
                .list());
        if (!skus.isEmpty()) {
            events.publishEvent(new StockArrived(skus));
        }
    }

    /** The order is on hold for longer than it keeps its turn: what it waits for goes to others until it is released. May be repeated. */
    public void letPass(String orderNumber) {
        Set<String> skus = backorders.letPass(orderNumber);
        if (!skus.isEmpty()) {
            events.publishEvent(new StockArrived(skus));
        }
    }

    @EventListener
    public void on(OrderHoldEnded ended) {
        if (ended.orderFree()) {
            backorders.takeTurn(ended.orderNumber());
        }
    }

    private static WaitingLine line(ResultSet row) throws SQLException {
        return new WaitingLine(
                row.getString("order_number"),
                row.getInt("order_line_no"),
                row.getString("deal_number"),
                row.getString("buyer_name"),
                row.getString("sku"),
                row.getString("description"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getInt("priority"),
                row.getString("reason"),
                row.getString("set_by"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("remaining_days"),
                row.getObject("expected_on", LocalDate.class),
                row.getString("expected_why"),
                row.getBoolean("all_at_once"));
    }
}
