package io.tradeflow.inventory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger and the batches, for pages of staff. */
@Service
@Transactional(readOnly = true)
public class StockLedger {

    private static final String BATCHES =
            """
            select s.warehouse_code, s.sku, concat_ws(', ', p.name, p.variant) as description, s.batch, b.manufactured_on,
                   b.expires_on, s.bin, s.on_hand, s.on_hand - s.allocated - s.held - s.quarantined as free
            from stock_balance s join batch b on b.sku = s.sku and b.batch = s.batch join product p on p.sku = s.sku
            where s.on_hand > 0 and %s
            order by b.expires_on nulls last, s.sku, s.warehouse_code, s.batch limit 500
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StockLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every movement of a product, the latest first; {@code page} counts from 0. */
    public List<LedgerEntry> of(String sku, int page, int size) {
        return jdbc.sql(
                        """
                        select l.id, s.warehouse_code, s.sku, s.batch, l.kind, l.on_hand_change, l.allocated_change,
                               l.held_change, l.quarantined_change, l.order_number, l.order_line_no, l.reference, l.reason,
                               l.booked_by, l.booked_at
                        from stock_ledger l join stock_balance s on s.id = l.balance_id
                        where s.sku = :sku order by l.booked_at desc, l.id desc offset :offset limit :limit
                        """)
                .param("sku", sku)
                .param("offset", page * size)
                .param("limit", size)
                .query((row, number) -> new LedgerEntry(
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
                        row.getObject("booked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The batches of a product that lie somewhere, the first to expire first. */
    public List<ExpiringBatch> batches(String sku) {
        return jdbc.sql(BATCHES.formatted("s.sku = :sku and s.batch <> ''"))
                .param("sku", sku)
                .query(ExpiringBatch.class)
                .list();
    }

    /** What lies somewhere and expires within so many days or has expired, the first to expire first. */
    public List<ExpiringBatch> expiring(int days) {
        return jdbc.sql(BATCHES.formatted("b.expires_on <= :until"))
                .param("until", LocalDate.now(clock).plusDays(days))
                .query(ExpiringBatch.class)
                .list();
    }
}
