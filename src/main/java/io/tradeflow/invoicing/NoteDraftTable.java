package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drafts of notes in the database. */
@Component
class NoteDraftTable {

    private static final String SERIES = "ND";

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteDraftTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String insert(NoteRequest request, NotePreview preview, String returnNumber, Actor by) {
        long serial = jdbc.sql("select nextval('note_draft_number_seq')")
                .query(Long.class)
                .single();
        String number = DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial)
                .value();
        jdbc.sql(
                        """
                        insert into note_draft (number, status, reason, remark, return_number, deal_number, order_number,
                            buyer_code, buyer_name, currency, amount, inr_amount, drafted_by, drafted_by_id, drafted_at)
                        values (:number, 'DRAFTED', :reason, :remark, :return, :deal, :order, :buyer, :buyerName, :currency,
                            :amount, :inr, :by, :byId, :now)""")
                .param("number", number)
                .param("reason", request.reason().name())
                .param("remark", request.remark())
                .param("return", returnNumber)
                .param("deal", preview.dealNumber())
                .param("order", preview.orderNumber())
                .param("buyer", preview.buyerCode())
                .param("buyerName", preview.buyerName())
                .param("currency", preview.grandTotal().currency().getCurrencyCode())
                .param("amount", preview.grandTotal().toDocumentScale())
                .param("inr", preview.taxInRupees().grandTotal())
                .param("by", by.name())
                .param("byId", by.userId())
                .param("now", OffsetDateTime.now(clock))
                .update();
        for (int at = 0; at < request.lines().size(); at++) {
            NoteRequest.Line line = request.lines().get(at);
            jdbc.sql(
                            """
                            insert into note_draft_line (draft_number, line_no, invoice_number, invoice_line_no, quantity,
                                unit_price, amount)
                            values (:number, :lineNo, :invoice, :invoiceLine, :quantity, :price, :amount)""")
                    .param("number", number)
                    .param("lineNo", at + 1)
                    .param("invoice", line.invoiceNumber())
                    .param("invoiceLine", line.invoiceLineNo())
                    .param("quantity", line.quantity())
                    .param("price", line.unitPrice())
                    .param("amount", line.amount())
                    .update();
        }
        return number;
    }

    /** The draft, and nobody else moves it until the transaction ends. */
    Optional<NoteDraft> lock(String number) {
        return select("number = :key for update", number).stream().findFirst();
    }

    Optional<NoteDraft> find(String number) {
        return select("number = :key", number).stream().findFirst();
    }

    List<NoteDraft> ofDeal(String dealNumber) {
        return select("deal_number = :key order by number", dealNumber);
    }

    /** All that wait for a decision or were turned down since that day, the latest first. */
    List<NoteDraft> unissuedSince(LocalDate day) {
        return select("status <> 'ISSUED' and drafted_at >= cast(:key as date) order by number desc", day);
    }

    private List<NoteDraft> select(String condition, Object key) {
        return jdbc.sql("select * from note_draft where " + condition)
                .param("key", key)
                .query((row, index) -> draft(row, lines(row.getString("number"))))
                .list();
    }

    private List<NoteRequest.Line> lines(String number) {
        return jdbc.sql("select * from note_draft_line where draft_number = :number order by line_no")
                .param("number", number)
                .query((row, index) -> new NoteRequest.Line(
                        row.getString("invoice_number"),
                        row.getInt("invoice_line_no"),
                        plain(row.getBigDecimal("quantity")),
                        plain(row.getBigDecimal("unit_price")),
                        row.getBigDecimal("amount")))
                .list();
    }

    void decided(String number, NoteDraft.Status status, Actor by, String note) {
        jdbc.sql(
                        """
                        update note_draft set status = :status, decided_by = :by, decided_at = :now, decision_note = :note
                        where number = :number""")
                .param("status", status.name())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("note", note)
                .param("number", number)
                .update();
    }

    void issued(String number, String noteNumber) {
        jdbc.sql("update note_draft set status = 'ISSUED', note_number = :note where number = :number")
                .param("note", noteNumber)
                .param("number", number)
                .update();
    }

    private static NoteDraft draft(ResultSet row, List<NoteRequest.Line> lines) throws SQLException {
        return new NoteDraft(
                row.getString("number"),
                NoteDraft.Status.valueOf(row.getString("status")),
                new NoteRequest(NoteReason.valueOf(row.getString("reason")), row.getString("remark"), lines),
                row.getString("return_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getBigDecimal("inr_amount"),
                row.getString("drafted_by"),
                row.getString("drafted_by_id"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getString("decision_note"),
                row.getString("note_number"));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : NoteReader.plain(value);
    }
}
