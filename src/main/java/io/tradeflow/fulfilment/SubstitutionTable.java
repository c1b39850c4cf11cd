package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Products offered in place of others, in the database. */
@Repository
class SubstitutionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SubstitutionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One open offer per order line: a second one changes nothing. */
    void insert(ShortageTable.Head decision, ShortageLine line, Product product, String currency, LocalDate answerBy) {
        jdbc.sql(
                        """
                        insert into substitution (decision_id, order_number, deal_number, order_line_no, quantity, unit, sku,
                            description, hsn, unit_price, currency, status, answer_by)
                        values (:decision, :order, :deal, :line, :quantity, :unit, :sku, :description, :hsn, :price, :currency,
                            'PROPOSED', :answerBy)
                        on conflict (order_number, order_line_no) where status = 'PROPOSED' do nothing""")
                .param("decision", decision.id())
                .param("order", decision.orderNumber())
                .param("deal", decision.dealNumber())
                .param("line", line.orderLineNo())
                .param("quantity", line.quantity().value())
                .param("unit", line.quantity().unit())
                .param("sku", product.sku())
                .param("description", product.description())
                .param("hsn", product.hsn())
                .param("price", line.unitPrice())
                .param("currency", currency)
                .param("answerBy", answerBy)
                .update();
    }

    /** The offer, and nobody else answers it until the transaction ends. */
    Optional<Substitution> lock(long id) {
        return jdbc.sql("select * from substitution where id = :id for update")
                .param("id", id)
                .query((row, index) -> substitution(row))
                .optional();
    }

    /** Ends open offers; gives how many there were. */
    int end(String condition, Object key, Substitution.Status status, String by) {
        return jdbc.sql("update substitution set status = :status, answered_by = :by, answered_at = :now"
                        + " where status = 'PROPOSED' and " + condition)
                .param("status", status.name())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("key", key)
                .update();
    }

    void answer(long id, Substitution.Status status, String by, String note, Integer newLineNo) {
        jdbc.sql(
                        """
                        update substitution set status = :status, answered_by = :by, answered_at = :now, note = :note,
                            new_line_no = :newLine
                        where id = :id""")
                .param("status", status.name())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("note", note)
                .param("newLine", newLineNo)
                .param("id", id)
                .update();
    }

    List<Substitution> ofDeal(String dealNumber) {
        return select("deal_number", dealNumber);
    }

    List<Substitution> ofDecision(long decisionId) {
        return select("decision_id", decisionId);
    }

    private List<Substitution> select(String column, Object key) {
        return jdbc.sql("select * from substitution where " + column + " = :key order by id")
                .param("key", key)
                .query((row, index) -> substitution(row))
                .list();
    }

    private static Substitution substitution(ResultSet row) throws SQLException {
        OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new Substitution(
                row.getLong("id"),
                row.getLong("decision_id"),
                row.getString("order_number"),
                row.getString("deal_number"),
                row.getInt("order_line_no"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("hsn"),
                row.getBigDecimal("unit_price"),
                row.getString("currency"),
                Substitution.Status.valueOf(row.getString("status")),
                row.getObject("answer_by", LocalDate.class),
                row.getString("answered_by"),
                answeredAt == null ? null : answeredAt.toInstant(),
                row.getString("note"),
                row.getObject("new_line_no", Integer.class));
    }
}
