package io.tradeflow.inventory;

import io.tradeflow.inventory.Movement.Kind;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The balances and their ledger in the database.
 *
 * <p>Locks: whoever changes what is available of a product first locks its row in {@code stock_item}, several in SKU order, and keeps it until
 * the transaction ends. So two allocations cannot see the same stock, no two bookings can block each other, and goods that arrive while an
 * order finds nothing are booked before the order looked or after it has begun to wait, never in between.
 */
@Repository
class StockBooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    StockBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks these products; one that never had stock or demand gets its row now. */
    void lock(Collection<String> skus) {
        String[] sorted = new TreeSet<>(skus).toArray(String[]::new);
        if (lockKnown(sorted) < sorted.length) {
            jdbc.sql("insert into stock_item (sku) select unnest(:skus::varchar[]) order by 1 on conflict do nothing")
                    .param("skus", sorted)
                    .update();
            lockKnown(sorted);
        }
    }

    private int lockKnown(String[] skus) {
        return jdbc.sql("select sku from stock_item where sku = any(:skus) order by sku for no key update")
                .param("skus", skus)
                .query(String.class)
                .list()
                .size();
    }

    /** What can be promised on this day: available and not expired. A batch may be used up to and including the day it expires on. */
    List<Fefo.Candidate> usable(Collection<String> skus, LocalDate today) {
        return jdbc.sql(
                        """
                        select s.id, s.warehouse_code, s.sku, b.expires_on, s.received_at, s.bin,
                               s.on_hand - s.allocated - s.held - s.quarantined as available
                        from stock_balance s join batch b on b.sku = s.sku and b.batch = s.batch
                        where s.sku = any(:skus) and s.on_hand - s.allocated - s.held - s.quarantined > 0
                          and (b.expires_on is null or b.expires_on >= :today)
                        """)
                .param("skus", skus.toArray(String[]::new))
                .param("today", today)
                .query((row, number) -> new Fefo.Candidate(
                        row.getLong("id"),
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("bin"),
                        row.getBigDecimal("available")))
                .list();
    }

    /** As {@link #book(List, Actor)} for steps the process takes by itself. */
    void book(List<Movement> movements) {
        book(movements, Actor.PROGRAM);
    }

    /**
     * Writes the movements into the ledger and carries them into the balances, all in one statement. The products must be locked.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when a balance would break its constraints
     */
    void book(List<Movement> movements, Actor by) {
        book(movements, by, Along.NOTHING);
    }

    /** As {@link #book(List, Actor)}, with what is written along in the same statement; nothing of it without a movement. */
    void book(List<Movement> movements, Actor by, Along along) {
        if (movements.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "with " + along.steps()
                                + """
                        moved as (
                          select * from unnest(:balances::bigint[], :kinds::varchar[], :onHand::numeric[],
                                               :allocated::numeric[], :held::numeric[], :quarantined::numeric[], :orders::varchar[],
                                               :lines::integer[], :references::varchar[], :reasons::varchar[])
                            as m (balance_id, kind, on_hand, allocated, held, quarantined, order_number, order_line_no, reference, reason)
                        ), written as (
                          insert into stock_ledger (balance_id, kind, on_hand_change, allocated_change, held_change, quarantined_change,
                                                    order_number, order_line_no, reference, reason, booked_by, booked_at)
                          select balance_id, kind, on_hand, allocated, held, quarantined,
                                 order_number, order_line_no, reference, reason, :by, :now
                          from moved
                        ), summed as (
                          select balance_id, sum(on_hand) as on_hand, sum(allocated) as allocated, sum(held) as held,
                                 sum(quarantined) as quarantined
                          from moved group by balance_id
                        )
                        update stock_balance b
                        set on_hand = b.on_hand + s.on_hand,
                            allocated = b.allocated + s.allocated,
                            held = b.held + s.held,
                            quarantined = b.quarantined + s.quarantined
                        from summed s where b.id = s.balance_id
                        """)
                .params(along.parameters())
                .param("balances", movements.stream().map(Movement::balanceId).toArray(Long[]::new))
                .param("kinds", texts(movements, Movement::kind, Kind::name))
                .param("onHand", plain(movements, Movement.Change::onHand))
                .param("allocated", plain(movements, Movement.Change::allocated))
                .param("held", plain(movements, Movement.Change::held))
                .param("quarantined", plain(movements, Movement.Change::quarantined))
                .param("orders", texts(movements, Movement::orderNumber, Function.identity()))
                .param("lines", movements.stream().map(Movement::orderLineNo).toArray(Integer[]::new))
                .param("references", texts(movements, Movement::reference, Function.identity()))
                .param("reasons", texts(movements, Movement::reason, Function.identity()))
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static String[] plain(List<Movement> movements, Function<Movement.Change, BigDecimal> part) {
        return movements.stream()
                .map(movement -> part.apply(movement.change()).toPlainString())
                .toArray(String[]::new);
    }

    private static <T> String[] texts(List<Movement> movements, Function<Movement, T> part, Function<T, String> text) {
        return movements.stream()
                .map(part)
                .map(value -> value == null ? null : text.apply(value))
                .toArray(String[]::new);
    }
}
