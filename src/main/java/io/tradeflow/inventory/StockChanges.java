package io.tradeflow.inventory;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger as outside systems follow it: whoever has read up to a position and asks for what came after misses nothing.
 *
 * <p>Ids of movements do not serve for that, because they are handed out before a transaction commits: one with a higher id may become visible
 * first. So whoever asks gives positions, one at a time under a lock, to all movements that are visible and have none yet. A floor says below
 * which id none can be missing, so that the search for them stays short; it moves up when all transactions that ran when it was chosen have
 * ended. Each booking locks its products before it takes an id and has its transaction number by then.
 */
@Service
@Transactional
public class StockChanges {

    private final JdbcClient jdbc;

    StockChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came after a position, the earliest first, at most so many. */
    public List<StockChange> after(long position, int limit) {
        number();
        return jdbc.sql(
                        """
                        select c.position, l.id, s.warehouse_code, s.sku, s.batch, l.kind, l.on_hand_change, l.allocated_change,
                               l.held_change, l.quarantined_change, l.order_number, l.order_line_no, l.reference, l.reason,
                               l.booked_by, l.booked_at, s.on_hand, s.on_hand - s.allocated - s.held - s.quarantined as available
                        from stock_change c join stock_ledger l on l.id = c.ledger_id join stock_balance s on s.id = l.balance_id
                        where c.position > :after order by c.position limit :limit
                        """)
                .param("after", position)
                .param("limit", limit)
                .query((row, number) -> new StockChange(
                        row.getLong("position"),
                        new LedgerEntry(
                                row.getLong("id"),
                                row.getString("warehouse_code"),
                                row.getString("sku"),
                                row.getString("batch"),
                                row.getString("kind"),
                                row.getBigDecimal("on_hand_change"),
                                row.getBigDecimal("allocated_change"),
                                row.getBigDecimal("held_change"),
                                row.getBigDecimal("quarantined_change"),
                                row.getString("order_number"),
                                row.getObject("order_line_no", Integer.class),
                                row.getString("reference"),
                                row.getString("reason"),
                                row.getString("booked_by"),
                                row.getObject("booked_at", OffsetDateTime.class).toInstant()),
                        row.getBigDecimal("on_hand"),
                        row.getBigDecimal("available")))
                .list();
    }

    /** The last position there is. */
    public long last() {
        return number();
    }

    /** Gives positions to movements that are visible and have none yet. @return the last one given */
    long number() {
        Floor floor = jdbc.sql(
                        """
                        select next_floor_at <= pg_snapshot_xmin(pg_current_snapshot()) as rises,
                               (select last_value from tradeflow_id_seq) as last_id
                        from stock_feed for update
                        """)
                .query(Floor.class)
                .single();
        // a statement of its own: it sees all that had ended when the question above was asked, and whoever took an id
        // before has its number
        jdbc.sql(
                        """
                        with fresh as (
                          insert into stock_change (position, ledger_id)
                          select f.last_position + row_number() over (order by l.id), l.id
                          from stock_feed f join stock_ledger l on l.id > f.floor_id
                          where not exists (select from stock_change c where c.ledger_id = l.id)
                          returning position
                        )
                        update stock_feed
                        set last_position = greatest(last_position, (select max(position) from fresh)),
                            floor_id = case when :rises then next_floor_id else floor_id end,
                            next_floor_id = case when :rises then :lastId else next_floor_id end,
                            next_floor_at = case when :rises or next_floor_at > pg_snapshot_xmax(pg_current_snapshot())
                                                 then pg_snapshot_xmax(pg_current_snapshot()) else next_floor_at end
                        """)
                .param("rises", floor.rises())
                .param("lastId", floor.lastId())
                .update();
        return jdbc.sql("select last_position from stock_feed")
                .query(Long.class)
                .single();
    }

    /** @param rises whether all transactions have ended that ran when the next floor was chosen; {@code lastId} the last id handed out */
    private record Floor(boolean rises, long lastId) {}
}
