package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises in the database, and what of an order is settled. */
@Repository
class PromiseTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PromiseTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What of a line is allocated in a warehouse, or has left it. */
    record Settled(int orderLineNo, String warehouseCode, boolean gone, BigDecimal quantity) {}

    List<Settled> settled(String orderNumber) {
        return jdbc.sql(
                        """
                        select a.order_line_no, s.warehouse_code, a.dispatched_at is not null as gone, sum(a.quantity) as quantity
                        from allocation a join stock_balance s on s.id = a.balance_id
                        where a.order_number = :order and a.released_at is null
                        group by 1, 2, 3 order by 1, 2, 3
                        """)
                .param("order", orderNumber)
                .query(Settled.class)
                .list();
    }

    /** What is kept for a deal until its order is allocated. */
    record Kept(String sku, String warehouseCode, BigDecimal quantity) {}

    /** What is kept for the deal now. */
    List<Kept> kept(String dealNumber) {
        return jdbc.sql(
                        """
                        select s.sku, s.warehouse_code, sum(h.quantity) as quantity
                        from stock_hold h join stock_balance s on s.id = h.balance_id
                        where h.deal_number = :deal and h.ended_at is null and h.expires_at > :now
                        group by 1, 2 order by 1, 2
                        """)
                .param("deal", dealNumber)
                .param("now", OffsetDateTime.now(clock))
                .query(Kept.class)
                .list();
    }

    List<Promise> of(String orderNumber) {
        return jdbc.sql(
                        """
                        select line_no, promised_on, first_promised, reason, buyer_reason
                        from order_promise where order_number = :order order by line_no
                        """)
                .param("order", orderNumber)
                .query(Promise.class)
                .list();
    }

    /**
     * Whether the caller alone works this order's promises out until its transaction ends. Nobody waits for that: who holds the lock may hold stock
     * too, and what is skipped is worked out when somebody looks.
     */
    boolean tryLock(String orderNumber) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('order_promise'), hashtext(:order))")
                .param("order", orderNumber)
                .query(Boolean.class)
                .single();
    }

    /** Keeps exactly these for the order. The first day named for a line stays. */
    void keep(String orderNumber, List<Promise> promises) {
        jdbc.sql(
                        """
                        with over as (
                          delete from order_promise where order_number = :order and line_no <> all(:lines::integer[])
                        )
                        insert into order_promise as p
                               (order_number, line_no, promised_on, first_promised, reason, buyer_reason, promised_at)
                        select :order, l.line, l.day, l.day, l.reason, l.buyer_reason, :now
                        from unnest(:lines::integer[], :days::date[], :reasons::varchar[], :buyerReasons::varchar[])
                            as l (line, day, reason, buyer_reason)
                        on conflict (order_number, line_no) do update
                        set promised_on = excluded.promised_on, first_promised = coalesce(p.first_promised, excluded.promised_on),
                            reason = excluded.reason, buyer_reason = excluded.buyer_reason, promised_at = excluded.promised_at
                        where (p.promised_on, p.reason) is distinct from (excluded.promised_on, excluded.reason)
                        """)
                .param("order", orderNumber)
                .param("lines", promises.stream().map(Promise::lineNo).toArray(Integer[]::new))
                .param("days", texts(promises, Promise::promisedOn))
                .param("reasons", texts(promises, Promise::reason))
                .param("buyerReasons", texts(promises, Promise::buyerReason))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** What the order waits for is expected like this; lines that are not named have no day. */
    void expect(String orderNumber, List<Promise> missing) {
        jdbc.sql(
                        """
                        update backorder b set expected_on = l.day, expected_why = left(l.reason, 500)
                        from backorder w left join unnest(:lines::integer[], :days::date[], :reasons::varchar[])
                             as l (line, day, reason) on l.line = w.order_line_no
                        where w.order_number = :order and b.order_number = w.order_number and b.order_line_no = w.order_line_no
                          and (b.expected_on, b.expected_why) is distinct from (l.day, left(l.reason, 500)::varchar)
                        """)
                .param("order", orderNumber)
                .param("lines", missing.stream().map(Promise::lineNo).toArray(Integer[]::new))
                .param("days", texts(missing, Promise::promisedOn))
                .param("reasons", texts(missing, Promise::reason))
                .update();
    }

    void addDue(Set<String> skus) {
        jdbc.sql("insert into promise_due (sku) select unnest(:skus::varchar[])")
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** Takes the oldest of what is due away; what another transaction has taken is not waited for. */
    List<String> takeDue(int most) {
        return jdbc.sql(
                        """
                        delete from promise_due
                        where id in (select id from promise_due order by id limit :most for update skip locked)
                        returning sku""")
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String[] texts(List<Promise> promises, Function<Promise, ?> part) {
        return promises.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
