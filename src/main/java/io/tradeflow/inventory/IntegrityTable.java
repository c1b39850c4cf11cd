package io.tradeflow.inventory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must be true of the books, asked of the database, and what is repaired. */
@Repository
class IntegrityTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    IntegrityTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<StockInvariant> invariants() {
        return jdbc.sql(
                        """
                        with ledger as (
                          select balance_id, sum(on_hand_change) as on_hand, sum(allocated_change) as allocated,
                                 sum(held_change) as held, sum(quarantined_change) as quarantined
                          from stock_ledger group by balance_id
                        ), promised as (
                          select balance_id, sum(quantity) as quantity from allocation
                          where dispatched_at is null and released_at is null group by balance_id
                        ), kept as (
                          select balance_id, sum(quantity) as quantity from stock_hold where ended_at is null group by balance_id
                        ), book as (
                          select s.*, coalesce(l.on_hand, 0) as l_on_hand, coalesce(l.allocated, 0) as l_allocated,
                                 coalesce(l.held, 0) as l_held, coalesce(l.quarantined, 0) as l_quarantined,
                                 coalesce(p.quantity, 0) as p_allocated, coalesce(k.quantity, 0) as k_held
                          from stock_balance s left join ledger l on l.balance_id = s.id
                               left join promised p on p.balance_id = s.id left join kept k on k.balance_id = s.id
                        ), under_way as (
                          select transfer_number, sku, sum(quantity - received - lost) as quantity, sum(lost) as lost
                          from stock_transfer_line group by 1, 2
                        ), moved as (
                          select reference, sum(-on_hand_change) as quantity from stock_ledger
                          where kind in ('TRANSFER_OUT', 'TRANSFER_IN') group by 1
                        ), announced as (
                          select reference, sku, quantity - received as quantity from expected_receipt
                          where source = 'TRANSFER' and status = 'OPEN'
                        )
                        select 'On hand is the sum of the ledger' as rule, coalesce(sum(on_hand), 0) as left_figure,
                               coalesce(sum(l_on_hand), 0) as right_figure, count(*) filter (where on_hand <> l_on_hand) as wrong from book
                        union all
                        select 'Allocated is the sum of the ledger', coalesce(sum(allocated), 0), coalesce(sum(l_allocated), 0),
                               count(*) filter (where allocated <> l_allocated) from book
                        union all
                        select 'Allocated is what live allocations add up to', coalesce(sum(allocated), 0), coalesce(sum(p_allocated), 0),
                               count(*) filter (where allocated <> p_allocated) from book
                        union all
                        select 'Kept for deals is the sum of the ledger', coalesce(sum(held), 0), coalesce(sum(l_held), 0),
                               count(*) filter (where held <> l_held) from book
                        union all
                        select 'Kept for deals is what live holds add up to', coalesce(sum(held), 0), coalesce(sum(k_held), 0),
                               count(*) filter (where held <> k_held) from book
                        union all
                        select 'Held back is the sum of the ledger', coalesce(sum(quarantined), 0), coalesce(sum(l_quarantined), 0),
                               count(*) filter (where quarantined <> l_quarantined) from book
                        union all
                        select 'No balance is negative or promised beyond what is there', 0, 0,
                               count(*) filter (where least(on_hand, allocated, held, quarantined) < 0
                                                   or allocated + held + quarantined > on_hand) from book
                        union all
                        select 'Sent and not arrived is under way or lost',
                               (select coalesce(sum(quantity + lost), 0) from under_way),
                               (select coalesce(sum(quantity), 0) from moved),
                               (select count(*) from (select transfer_number, sum(quantity + lost) as quantity from under_way group by 1) u
                                full join moved m on m.reference = u.transfer_number where u.quantity is distinct from m.quantity)
                        union all
                        select 'What is under way is to come', (select coalesce(sum(quantity), 0) from under_way),
                               (select coalesce(sum(quantity), 0) from announced),
                               (select count(*) from (select * from under_way where quantity > 0) u
                                full join announced a on a.reference = u.transfer_number and a.sku = u.sku
                                where u.quantity is distinct from a.quantity)
                        """)
                .query((row, number) -> new StockInvariant(
                        row.getString("rule"),
                        row.getBigDecimal("left_figure"),
                        row.getBigDecimal("right_figure"),
                        row.getLong("wrong")))
                .list();
    }

    int balances() {
        return jdbc.sql("select count(*) from stock_balance")
                .query(Integer.class)
                .single();
    }

    void keepCheck(int balances, int differences, String by) {
        jdbc.sql(
                        "insert into stock_check (checked_at, checked_by, balances, differences) values (:now, :by, :balances, :differences)")
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("balances", balances)
                .param("differences", differences)
                .update();
    }

    List<StockCheck> latestChecks(int limit) {
        return jdbc.sql("select * from stock_check order by checked_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new StockCheck(
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        row.getString("checked_by"),
                        row.getInt("balances"),
                        row.getInt("differences")))
                .list();
    }

    /**
     * Sets a balance to what its ledger says of goods, its allocations say of promises and its holds of what is kept; where the ledger disagrees
     * with those, a movement says so. The product must be locked. False where nothing was wrong.
     */
    boolean repair(StockDiscrepancy wrong, String reason, String by) {
        return jdbc.sql(
                                """
                                with target as (
                                  select s.id, s.on_hand as on_hand_before, s.allocated as allocated_before, s.held as held_before,
                                         s.quarantined as quarantined_before,
                                         l.on_hand, l.quarantined, l.allocated as l_allocated, l.held as l_held,
                                         coalesce((select sum(quantity) from allocation a where a.balance_id = s.id
                                                   and dispatched_at is null and released_at is null), 0) as allocated,
                                         coalesce((select sum(quantity) from stock_hold h where h.balance_id = s.id
                                                   and ended_at is null), 0) as held
                                  from stock_balance s cross join lateral (
                                         select coalesce(sum(on_hand_change), 0) as on_hand, coalesce(sum(allocated_change), 0) as allocated,
                                                coalesce(sum(held_change), 0) as held, coalesce(sum(quarantined_change), 0) as quarantined
                                         from stock_ledger where balance_id = s.id) l
                                  where s.warehouse_code = :warehouse and s.sku = :sku and s.batch = :batch
                                ), moved as (
                                  insert into stock_ledger (balance_id, kind, on_hand_change, allocated_change, held_change,
                                                            quarantined_change, reason, booked_by, booked_at)
                                  select id, 'ADJUSTMENT', 0, allocated - l_allocated, held - l_held, 0, :reason, :by, :now
                                  from target where allocated <> l_allocated or held <> l_held
                                ), mended as (
                                  update stock_balance s
                                  set on_hand = t.on_hand, allocated = t.allocated, held = t.held, quarantined = t.quarantined
                                  from target t where s.id = t.id
                                )
                                insert into stock_repair (balance_id, on_hand_before, allocated_before, held_before, quarantined_before,
                                                          on_hand, allocated, held, quarantined, reason, repaired_by, repaired_at)
                                select id, on_hand_before, allocated_before, held_before, quarantined_before,
                                       on_hand, allocated, held, quarantined, :reason, :by, :now
                                from target
                                where (on_hand_before, allocated_before, held_before, quarantined_before)
                                      is distinct from (on_hand, allocated, held, quarantined)
                                   or allocated <> l_allocated or held <> l_held
                                """)
                        .param("warehouse", wrong.warehouseCode())
                        .param("sku", wrong.sku())
                        .param("batch", wrong.batch())
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    List<StockRepair> latestRepairs(int limit) {
        return jdbc.sql(
                        """
                        select r.*, s.warehouse_code, s.sku, s.batch from stock_repair r join stock_balance s on s.id = r.balance_id
                        order by r.repaired_at desc, r.id desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new StockRepair(
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        row.getString("batch"),
                        row.getBigDecimal("on_hand_before"),
                        row.getBigDecimal("allocated_before"),
                        row.getBigDecimal("held_before"),
                        row.getBigDecimal("quarantined_before"),
                        row.getBigDecimal("on_hand"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("held"),
                        row.getBigDecimal("quarantined"),
                        row.getString("reason"),
                        row.getString("repaired_by"),
                        row.getObject("repaired_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
