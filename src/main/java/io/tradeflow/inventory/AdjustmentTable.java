package io.tradeflow.inventory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Booked adjustments in the database. */
@Repository
class AdjustmentTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AdjustmentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps that this is done; false if the reference is booked already. */
    boolean insert(StockAdjustment adjustment, String by) {
        return jdbc.sql(
                                """
                                insert into stock_adjustment (reference, kind, warehouse_code, reason_code, note, booked_by, booked_at)
                                values (:reference, :kind, :warehouse, :reason, :note, :by, :now) on conflict do nothing
                                """)
                        .param("reference", adjustment.reference())
                        .param("kind", adjustment.kind().name())
                        .param("warehouse", adjustment.warehouseCode())
                        .param("reason", adjustment.reasonCode())
                        .param("note", adjustment.note())
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void insertLines(StockAdjustment adjustment) {
        List<StockAdjustment.Line> lines = adjustment.lines();
        jdbc.sql(
                        """
                        insert into stock_adjustment_line (reference, line_no, sku, batch, quantity)
                        select :reference, l.no, l.sku, l.batch, l.quantity
                        from unnest(:skus::varchar[], :batches::varchar[], :quantities::numeric[])
                            with ordinality as l (sku, batch, quantity, no)
                        """)
                .param("reference", adjustment.reference())
                .param("skus", lines.stream().map(StockAdjustment.Line::sku).toArray(String[]::new))
                .param("batches", lines.stream().map(line -> line.key().batch()).toArray(String[]::new))
                .param(
                        "quantities",
                        lines.stream()
                                .map(line -> line.quantity().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    List<StockAdjustment.Booked> latest(int offset, int limit) {
        Map<String, StockAdjustment.Booked> booked = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select a.*, r.name, l.sku, l.batch, l.quantity
                        from (select * from stock_adjustment order by booked_at desc, reference offset :offset limit :limit) a
                        join stock_reason r on r.code = a.reason_code
                        join stock_adjustment_line l on l.reference = a.reference
                        order by a.booked_at desc, a.reference, l.line_no
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(row -> {
                    String reference = row.getString("reference");
                    if (!booked.containsKey(reference)) {
                        booked.put(
                                reference,
                                new StockAdjustment.Booked(
                                        new StockAdjustment(
                                                reference,
                                                StockAdjustment.Kind.valueOf(row.getString("kind")),
                                                row.getString("warehouse_code"),
                                                row.getString("reason_code"),
                                                row.getString("note"),
                                                new ArrayList<>()),
                                        row.getString("name"),
                                        row.getString("booked_by"),
                                        row.getObject("booked_at", OffsetDateTime.class)
                                                .toInstant()));
                    }
                    booked.get(reference)
                            .adjustment()
                            .lines()
                            .add(new StockAdjustment.Line(
                                    row.getString("sku"), row.getString("batch"), row.getBigDecimal("quantity")));
                });
        return List.copyOf(booked.values());
    }
}
