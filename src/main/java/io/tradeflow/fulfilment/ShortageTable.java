package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions about shortages in the database. */
@Repository
class ShortageTable {

    /** A decision without its lines. */
    record Head(long id, String orderNumber, String dealNumber, String reason) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ShortageTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(SalesOrder order, String reason, Actor by) {
        return jdbc.sql(
                        """
                        insert into shortage_decision (order_number, deal_number, reason, decided_by, decided_at)
                        values (:order, :deal, :reason, :by, :now) returning id""")
                .param("order", order.number())
                .param("deal", order.dealNumber())
                .param("reason", reason)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    void insert(long decisionId, SalesOrder.Line line, BigDecimal open, ShortageDecision.Line decided) {
        jdbc.sql(
                        """
                        insert into shortage_line (decision_id, order_line_no, sku, description, quantity, unit, choice,
                            expected_on, substitute_sku, unit_price, warehouse_code)
                        values (:decision, :line, :sku, :description, :quantity, :unit, :choice, :expectedOn, :substitute,
                            :unitPrice, :warehouse)""")
                .param("decision", decisionId)
                .param("line", line.lineNo())
                .param("sku", line.sku())
                .param("description", line.description())
                .param("quantity", open)
                .param("unit", line.ordered().unit())
                .param("choice", decided.choice().name())
                .param("expectedOn", decided.expectedOn())
                .param("substitute", decided.substituteSku())
                .param("unitPrice", decided.unitPrice())
                .param("warehouse", decided.warehouseCode())
                .update();
    }

    void setProduction(long decisionId, int orderLineNo, String productionNumber) {
        jdbc.sql(
                        """
                        update shortage_line set production_number = :number
                        where decision_id = :decision and order_line_no = :line""")
                .param("number", productionNumber)
                .param("decision", decisionId)
                .param("line", orderLineNo)
                .update();
    }

    /** The buyer was told another date for what is produced. */
    void moveDate(String productionNumber, LocalDate expectedOn) {
        jdbc.sql("update shortage_line set expected_on = :day where production_number = :number")
                .param("day", expectedOn)
                .param("number", productionNumber)
                .update();
    }

    Head head(long decisionId) {
        return jdbc.sql("select id, order_number, deal_number, reason from shortage_decision where id = :id")
                .param("id", decisionId)
                .query(Head.class)
                .single();
    }

    List<ShortageLine> lines(long decisionId) {
        return select("d.id = :key", Map.of("key", decisionId));
    }

    /** Of the newest decision on each of the deal's orders. */
    List<ShortageLine> newestOfDeal(String dealNumber) {
        return select(
                "d.id = (select max(n.id) from shortage_decision n where n.order_number = d.order_number)"
                        + " and d.deal_number = :key",
                Map.of("key", dealNumber));
    }

    private List<ShortageLine> select(String condition, Map<String, Object> key) {
        return jdbc.sql(
                        "select d.order_number, l.* from shortage_line l join shortage_decision d on d.id = l.decision_id"
                                + " where " + condition + " order by d.id, l.order_line_no")
                .params(key)
                .query((row, index) -> line(row))
                .list();
    }

    private static ShortageLine line(ResultSet row) throws SQLException {
        return new ShortageLine(
                row.getLong("decision_id"),
                row.getString("order_number"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                ShortageChoice.valueOf(row.getString("choice")),
                row.getObject("expected_on", LocalDate.class),
                row.getString("substitute_sku"),
                row.getBigDecimal("unit_price"),
                row.getString("warehouse_code"),
                row.getString("production_number"));
    }
}
