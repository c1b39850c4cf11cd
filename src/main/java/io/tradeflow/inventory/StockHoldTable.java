package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holds in the database. */
@Repository
class StockHoldTable {

    enum Outcome {
        ALLOCATED,
        EXPIRED,
        RELEASED,
        RENEWED
    }

    /** A live hold as the books need it. */
    record Row(long id, String dealNumber, long balanceId, String sku, BigDecimal quantity, boolean over) {

        Movement ended() {
            return Movement.holdEnd(balanceId, quantity, dealNumber);
        }
    }

    private static final String LIVE =
            """
            select h.id, h.deal_number, h.balance_id, s.sku, h.quantity, h.expires_at <= :now as over
            from stock_hold h join stock_balance s on s.id = h.balance_id where h.ended_at is null and
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StockHoldTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String dealNumber, List<Fefo.Take> takes, Instant until) {
        jdbc.sql(
                        """
                        insert into stock_hold (deal_number, balance_id, quantity, placed_at, expires_at)
                        select :deal, balance, sum(quantity), :now, :until
                        from unnest(:balances::bigint[], :quantities::numeric[]) as t (balance, quantity) group by balance
                        """)
                .param("deal", dealNumber)
                .param("balances", takes.stream().map(Fefo.Take::balanceId).toArray(Long[]::new))
                .param(
                        "quantities",
                        takes.stream()
                                .map(take -> take.quantity().toPlainString())
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Row> ofDeal(String dealNumber) {
        return jdbc.sql(LIVE + " h.deal_number = :deal order by h.id")
                .param("deal", dealNumber)
                .param("now", OffsetDateTime.now(clock))
                .query(Row.class)
                .list();
    }

    /** Of the deal, and of whatever deal on these products where its time is over. */
    List<Row> ofDealOrOver(String dealNumber, Collection<String> skus) {
        return jdbc.sql(LIVE + " (h.deal_number = :deal or h.expires_at <= :now and s.sku = any(:skus)) order by h.id")
                .param("deal", dealNumber)
                .param("now", OffsetDateTime.now(clock))
                .param("skus", skus.toArray(String[]::new))
                .query(Row.class)
                .list();
    }

    /** What is taken of an order and which holds matter, read together while the products are locked. */
    record Look(Map<Integer, BigDecimal> taken, List<Row> holds) {}

    /** The holds as {@link #ofDealOrOver}. */
    Look look(String orderNumber, String dealNumber, Collection<String> skus) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        List<Row> holds = new ArrayList<>();
        jdbc.sql(
                        "select t.*, null::bigint as id, null as deal_number, null::bigint as balance_id, null as sku, null::boolean as over"
                                + " from (" + AllocationTable.TAKEN + ") t union all"
                                + " select null, h.quantity, h.id, h.deal_number, h.balance_id, h.sku, h.over from ("
                                + LIVE
                                + " (h.deal_number = :deal or h.expires_at <= :now and s.sku = any(:skus))) h order by id")
                .param("order", orderNumber)
                .param("deal", dealNumber)
                .param("now", OffsetDateTime.now(clock))
                .param("skus", skus.toArray(String[]::new))
                .query(row -> {
                    if (row.getObject("id") == null) {
                        taken.put(row.getInt("order_line_no"), row.getBigDecimal("quantity"));
                    } else {
                        holds.add(new Row(
                                row.getLong("id"),
                                row.getString("deal_number"),
                                row.getLong("balance_id"),
                                row.getString("sku"),
                                row.getBigDecimal("quantity"),
                                row.getBoolean("over")));
                    }
                });
        return new Look(taken, holds);
    }

    void end(List<Row> rows, Outcome outcome) {
        jdbc.sql("update stock_hold set ended_at = :now, outcome = :outcome where id = any(:ids) and ended_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("outcome", outcome.name())
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .update();
    }

    List<StockHold> shown(String dealNumber) {
        return jdbc.sql(
                        """
                        select h.deal_number, s.warehouse_code, s.sku, s.batch, h.quantity, h.expires_at
                        from stock_hold h join stock_balance s on s.id = h.balance_id
                        where h.ended_at is null and h.deal_number = :deal order by s.sku, s.warehouse_code, s.batch
                        """)
                .param("deal", dealNumber)
                .query((row, number) -> new StockHold(
                        row.getString("deal_number"),
                        row.getString("warehouse_code"),
                        row.getString("sku"),
                        row.getString("batch"),
                        row.getBigDecimal("quantity"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
