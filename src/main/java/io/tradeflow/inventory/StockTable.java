package io.tradeflow.inventory;

import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts, batches and balances in the database, as far as the books do not move them. */
@Repository
class StockTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    StockTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps that these goods came in; false if the reference is booked already. */
    boolean insertReceipt(StockReceipt receipt, String by) {
        return jdbc.sql(
                                """
                                insert into stock_receipt (reference, warehouse_code, received_by, received_at)
                                values (:reference, :warehouse, :by, :now) on conflict do nothing
                                """)
                        .param("reference", receipt.reference())
                        .param("warehouse", receipt.warehouseCode())
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    boolean isBooked(String reference) {
        return jdbc.sql("select exists (select from stock_receipt where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the batches. @throws Problem {@code batch-differs} when one is known with other dates */
    void saveBatches(List<StockReceipt.Line> lines) {
        Map<StockKey, LocalDate> known = new HashMap<>();
        jdbc.sql(
                        """
                        insert into batch (sku, batch, manufactured_on, expires_on)
                        select * from unnest(:skus::varchar[], :batches::varchar[], :made::date[], :expires::date[])
                        on conflict (sku, batch) do update set manufactured_on = coalesce(batch.manufactured_on, excluded.manufactured_on)
                        returning sku, batch, expires_on
                        """)
                .param("skus", texts(lines, StockReceipt.Line::sku))
                .param("batches", texts(lines, line -> StockKey.of(line).batch()))
                .param("made", texts(lines, StockReceipt.Line::manufacturedOn))
                .param("expires", texts(lines, StockReceipt.Line::expiresOn))
                .query(row -> {
                    known.put(
                            new StockKey(row.getString("sku"), row.getString("batch")),
                            row.getObject("expires_on", LocalDate.class));
                });
        for (int at = 0; at < lines.size(); at++) {
            LocalDate expiresOn = known.get(StockKey.of(lines.get(at)));
            if (!Objects.equals(expiresOn, lines.get(at).expiresOn())) {
                throw Problem.invalid(
                        "batch-differs",
                        "lines[" + at + "].expiresOn",
                        "Batch " + lines.get(at).batch() + " of "
                                + lines.get(at).sku() + " is known "
                                + (expiresOn == null ? "without expiry" : "to expire on " + expiresOn));
            }
        }
    }

    /** The balances the receipt goes to, made empty where there were none; goods lie where the latest receipt says. */
    Map<StockKey, Long> openBalances(StockReceipt receipt) {
        Map<StockKey, Long> balances = new HashMap<>();
        jdbc.sql(
                        """
                        insert into stock_balance (warehouse_code, sku, batch, bin, received_at)
                        select :warehouse, l.sku, l.batch, l.bin, :now
                        from unnest(:skus::varchar[], :batches::varchar[], :bins::varchar[]) as l (sku, batch, bin)
                        on conflict (sku, warehouse_code, batch) do update
                        set bin = coalesce(excluded.bin, stock_balance.bin),
                            received_at = case when stock_balance.on_hand = 0 then excluded.received_at
                                               else stock_balance.received_at end
                        returning id, sku, batch
                        """)
                .param("warehouse", receipt.warehouseCode())
                .param("skus", texts(receipt.lines(), StockReceipt.Line::sku))
                .param("batches", texts(receipt.lines(), line -> StockKey.of(line)
                        .batch()))
                .param("bins", texts(receipt.lines(), StockReceipt.Line::bin))
                .param("now", OffsetDateTime.now(clock))
                .query(row -> {
                    balances.put(new StockKey(row.getString("sku"), row.getString("batch")), row.getLong("id"));
                });
        return balances;
    }

    List<StockBalance> balances(String sku) {
        return jdbc.sql(
                        """
                        select s.warehouse_code, s.sku, s.batch, b.expires_on, s.bin, s.on_hand, s.allocated, s.held, s.quarantined
                        from stock_balance s join batch b on b.sku = s.sku and b.batch = s.batch
                        where s.sku = :sku and s.on_hand > 0
                        order by s.warehouse_code, b.expires_on nulls last, s.received_at, s.bin, s.id
                        """)
                .param("sku", sku)
                .query((row, number) -> new StockBalance(
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        row.getString("batch"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("bin"),
                        row.getBigDecimal("on_hand"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("held"),
                        row.getBigDecimal("quarantined")))
                .list();
    }

    List<StockDiscrepancy> discrepancies() {
        return jdbc.sql(
                        """
                        with ledger as (
                          select balance_id, sum(on_hand_change) as on_hand, sum(allocated_change) as allocated,
                                 sum(held_change) as held, sum(quarantined_change) as quarantined
                          from stock_ledger group by balance_id
                        ), promised as (
                          select balance_id, sum(quantity) as allocated from allocation
                          where dispatched_at is null and released_at is null group by balance_id
                        ), kept as (
                          select balance_id, sum(quantity) as held from stock_hold
                          where ended_at is null group by balance_id
                        ), compared as (
                          select s.warehouse_code, s.sku, s.batch, s.on_hand, s.allocated, s.held, s.quarantined,
                                 coalesce(l.on_hand, 0) as on_hand_by_ledger,
                                 coalesce(l.allocated, 0) as allocated_by_ledger,
                                 coalesce(l.held, 0) as held_by_ledger,
                                 coalesce(h.held, 0) as held_by_holds,
                                 coalesce(l.quarantined, 0) as quarantined_by_ledger,
                                 coalesce(p.allocated, 0) as allocated_by_allocations
                          from stock_balance s left join ledger l on l.balance_id = s.id
                                               left join promised p on p.balance_id = s.id
                                               left join kept h on h.balance_id = s.id
                        )
                        select * from compared
                        where on_hand <> on_hand_by_ledger or allocated <> allocated_by_ledger or held <> held_by_ledger
                           or allocated <> allocated_by_allocations or held <> held_by_holds
                           or quarantined <> quarantined_by_ledger
                        order by sku, warehouse_code, batch
                        """)
                .query(StockDiscrepancy.class)
                .list();
    }

    private static String[] texts(List<StockReceipt.Line> lines, Function<StockReceipt.Line, ?> part) {
        return lines.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
