package io.tradeflow.ordering;

import io.tradeflow.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds of orders in the database. */
@Component
class HoldTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    HoldTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The order's row is this transaction's until it ends: nobody allocates while a hold comes or goes. */
    void lock(String orderNumber) {
        jdbc.sql("select 1 from sales_order where number = :order for update")
                .param("order", orderNumber)
                .query(Integer.class)
                .optional();
    }

    /** Empty where the same is held already, or the rule had held it before. */
    Optional<Long> insert(String orderNumber, OrderHold.Need need, String origin, Actor by) {
        return jdbc.sql(
                        """
                        insert into order_hold (order_number, reason, because, releasing_group, origin, held_at, held_by)
                        values (:order, :reason, :because, :group, :origin, :now, :by)
                        on conflict do nothing returning id""")
                .param("order", orderNumber)
                .param("reason", need.reason())
                .param("because", need.because())
                .param("group", need.releasingGroup())
                .param("origin", origin)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.name())
                .query(Long.class)
                .optional();
    }

    /** False where it has ended before. */
    boolean end(long id, String reason, Actor by) {
        return jdbc.sql(
                                """
                                update order_hold set ended_at = :now, ended_by = :by, end_reason = left(:reason, 500)
                                 where id = :id and ended_at is null""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by.name())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<OrderHold> ofOrder(String orderNumber) {
        return jdbc.sql("select * from order_hold where order_number = :order order by id")
                .param("order", orderNumber)
                .query(HoldTable::hold)
                .list();
    }

    Optional<OrderHold> find(long id) {
        return jdbc.sql("select * from order_hold where id = :id")
                .param("id", id)
                .query(HoldTable::hold)
                .optional();
    }

    /** Ids of open holds that {@code origin} placed on orders of these buyers in this currency. */
    List<Long> openOf(List<String> buyerCodes, String currency, String origin) {
        return buyerCodes.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select h.id from order_hold h join sales_order o on o.number = h.order_number
                                where h.ended_at is null and h.origin = :origin and o.currency = :currency
                                  and o.buyer_code in (:buyers) order by h.id""")
                        .param("buyers", buyerCodes)
                        .param("currency", currency)
                        .param("origin", origin)
                        .query(Long.class)
                        .list();
    }

    boolean isHeld(String orderNumber) {
        return jdbc.sql("select exists (select 1 from order_hold where order_number = :order and ended_at is null)")
                .param("order", orderNumber)
                .query(Boolean.class)
                .single();
    }

    boolean isFirstOrder(String buyerCode, String orderNumber) {
        return jdbc.sql(
                        """
                        select not exists (select 1 from sales_order
                         where buyer_code = :buyer and number <> :order and status <> 'CANCELLED')""")
                .param("buyer", buyerCode)
                .param("order", orderNumber)
                .query(Boolean.class)
                .single();
    }

    private static OrderHold hold(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new OrderHold(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("reason"),
                row.getString("because"),
                row.getString("releasing_group"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getString("held_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }
}
