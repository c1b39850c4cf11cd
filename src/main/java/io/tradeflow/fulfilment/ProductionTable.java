package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.ProductionRequest.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Production requests in the database. */
@Repository
class ProductionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProductionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long nextSerial() {
        return jdbc.sql("select nextval('production_number_seq')")
                .query(Long.class)
                .single();
    }

    void insert(String number, ShortageLine line, String dealNumber, Actor by) {
        jdbc.sql(
                        """
                        insert into production_request (number, sku, warehouse_code, quantity, unit, first_expected_on,
                            expected_on, told_before, status, order_number, order_line_no, deal_number, requested_by, requested_at)
                        values (:number, :sku, :warehouse, :quantity, :unit, :day, :day, :day, 'REQUESTED', :order, :line, :deal,
                            :by, :now)""")
                .param("number", number)
                .param("sku", line.sku())
                .param("warehouse", line.warehouseCode())
                .param("quantity", line.quantity().value())
                .param("unit", line.quantity().unit())
                .param("day", line.expectedOn())
                .param("order", line.orderNumber())
                .param("line", line.orderLineNo())
                .param("deal", dealNumber)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The request, and nobody else changes it until the transaction ends. */
    Optional<ProductionRequest> lock(String number) {
        return select("number = :key for update", number).stream().findFirst();
    }

    Optional<ProductionRequest> find(String number) {
        return select("number = :key", number).stream().findFirst();
    }

    List<ProductionRequest> ofDeal(String dealNumber) {
        return select("deal_number = :key order by number", dealNumber);
    }

    /** Open ones by their day; with all, the newest ended ones after them. */
    List<ProductionRequest> list(boolean all) {
        return select(
                (all ? "true" : "status in ('REQUESTED', 'IN_PRODUCTION')")
                        + " order by status in ('RECEIVED', 'CANCELLED'), expected_on, number limit :key",
                500);
    }

    private List<ProductionRequest> select(String condition, Object key) {
        return jdbc.sql("select * from production_request where " + condition)
                .param("key", key)
                .query((row, index) -> request(row))
                .list();
    }

    void start(String number, Actor by) {
        update(
                "status = 'IN_PRODUCTION', started_by = :by, started_at = :now",
                number,
                Map.of("by", by.name(), "now", OffsetDateTime.now(clock)));
    }

    void reschedule(String number, LocalDate day) {
        update("told_before = expected_on, expected_on = :day", number, Map.of("day", day));
    }

    void receive(String number, BigDecimal quantity, String batch, Actor by) {
        update(
                "status = 'RECEIVED', received = :quantity, batch = nullif(:batch, ''), ended_by = :by, ended_at = :now",
                number,
                Map.of(
                        "quantity",
                        quantity,
                        "batch",
                        batch == null ? "" : batch,
                        "by",
                        by.name(),
                        "now",
                        OffsetDateTime.now(clock)));
    }

    void cancel(String number, String note, Actor by) {
        update(
                "status = 'CANCELLED', note = :note, ended_by = :by, ended_at = :now",
                number,
                Map.of("note", note, "by", by.name(), "now", OffsetDateTime.now(clock)));
    }

    private void update(String changes, String number, Map<String, Object> values) {
        jdbc.sql("update production_request set " + changes + " where number = :number")
                .params(values)
                .param("number", number)
                .update();
    }

    private static ProductionRequest request(ResultSet row) throws SQLException {
        return new ProductionRequest(
                row.getString("number"),
                row.getString("sku"),
                row.getString("warehouse_code"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getObject("expected_on", LocalDate.class),
                row.getObject("told_before", LocalDate.class),
                Status.valueOf(row.getString("status")),
                row.getString("order_number"),
                row.getInt("order_line_no"),
                row.getString("deal_number"),
                row.getString("requested_by"),
                row.getBigDecimal("received"),
                row.getString("batch"),
                row.getString("note"));
    }
}
