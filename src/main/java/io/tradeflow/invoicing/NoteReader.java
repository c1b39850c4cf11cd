package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.GstState;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts notes together again from their rows. */
final class NoteReader {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final JdbcClient jdbc;

    NoteReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a note has in lines. */
    private record Lines(List<TaxNote.Line> lines, List<TaxComputation.Line> tax, List<TaxComputation.Line> rupees) {

        Lines() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * The notes in the order they were issued.
     *
     * @param condition on {@code tax_note n}, with the parameter {@code key}
     */
    List<TaxNote> notes(String condition, Object key) {
        Map<Long, List<TaxNote.Original>> invoices = new HashMap<>();
        jdbc.sql("select o.*, n.currency, r.number as revised_number, r.issued_on as revised_on from tax_note n"
                        + " join tax_note_invoice o on o.note_id = n.id left join revised_invoice r on r.id = o.revised_invoice_id"
                        + " where " + condition + " order by o.note_id, o.invoice_number")
                .param("key", key)
                .query(row -> {
                    invoices.computeIfAbsent(row.getLong("note_id"), note -> new ArrayList<>())
                            .add(original(row));
                });
        Map<Long, Lines> lines = new HashMap<>();
        jdbc.sql(
                        """
                        select l.*, n.currency, o.invoice_number
                        from tax_note n
                            join tax_note_line l on l.note_id = n.id
                            join tax_note_invoice o on o.note_id = n.id and o.invoice_id = l.invoice_id
                        where """
                                + " " + condition + " order by l.note_id, l.line_no")
                .param("key", key)
                .query(row -> {
                    Lines of = lines.computeIfAbsent(row.getLong("note_id"), note -> new Lines());
                    int lineNo = row.getInt("line_no");
                    of.lines().add(line(row));
                    of.tax().add(NoteBook.taxLine(row, lineNo, ""));
                    of.rupees().add(NoteBook.taxLine(row, lineNo, "inr_"));
                });
        return jdbc.sql("select n.*, coalesce((select max(d.id) from frozen_document d"
                        + " where d.kind in ('CREDIT_NOTE', 'DEBIT_NOTE') and d.number = n.number), n.document_id)"
                        + " as standing_document_id from tax_note n where " + condition + " order by n.id")
                .param("key", key)
                .query((row, index) ->
                        note(row, invoices.getOrDefault(row.getLong("id"), List.of()), lines.get(row.getLong("id"))))
                .list();
    }

    private static TaxNote note(ResultSet row, List<TaxNote.Original> invoices, Lines lines) throws SQLException {
        String currency = row.getString("currency");
        TaxComputation tax = computation(row, lines.tax(), row.getBigDecimal("round_off"));
        return new TaxNote(
                NoteKind.ofCode(row.getString("kind")),
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("return_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("buyer_gstin"),
                row.getString("branch_code"),
                row.getString("seller_gstin"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                NoteReason.valueOf(row.getString("reason")),
                row.getString("remark"),
                row.getBoolean("commercial"),
                currency,
                plain(row.getBigDecimal("exchange_rate")),
                tax,
                computation(row, lines.rupees(), row.getBigDecimal("inr_round_off")),
                Money.of(tax.grandTotal(), currency),
                invoices,
                lines.lines(),
                row.getLong("standing_document_id"));
    }

    private static TaxComputation computation(ResultSet row, List<TaxComputation.Line> lines, BigDecimal roundOff)
            throws SQLException {
        return computation(
                row.getString("place_of_supply"),
                row.getBoolean("inter_state"),
                row.getString("nature"),
                row.getString("endorsement"),
                row.getString("tax_reason"),
                row.getBoolean("reverse_charge"),
                TaxReasons.read(row.getString("tax_reasons")),
                lines,
                roundOff);
    }

    /** Totals are the sums of the lines, which the database holds equal to those of the note. */
    static TaxComputation computation(
            String placeOfSupply,
            boolean interState,
            String nature,
            String endorsement,
            String reason,
            boolean reverseCharge,
            List<Reason> reasons,
            List<TaxComputation.Line> lines,
            BigDecimal roundOff) {
        BigDecimal value = sum(lines, TaxComputation.Line::taxableValue);
        BigDecimal total = reverseCharge ? value : value.add(sum(lines, TaxComputation.Line::tax));
        return new TaxComputation(
                placeOfSupply,
                GstState.of(placeOfSupply).name(),
                interState,
                nature,
                endorsement,
                reason,
                lines,
                TaxComputation.summaryOf(lines),
                value,
                sum(lines, TaxComputation.Line::cgst),
                sum(lines, TaxComputation.Line::sgst),
                sum(lines, TaxComputation.Line::igst),
                total,
                roundOff,
                total.add(roundOff),
                reverseCharge,
                reasons);
    }

    private static BigDecimal sum(List<TaxComputation.Line> lines, Function<TaxComputation.Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(NOTHING, BigDecimal::add);
    }

    private static TaxNote.Original original(ResultSet row) throws SQLException {
        return new TaxNote.Original(
                row.getString("invoice_number"),
                row.getObject("invoice_date", LocalDate.class),
                Money.of(row.getBigDecimal("grand_total"), row.getString("currency")),
                row.getBigDecimal("round_off"),
                row.getBigDecimal("inr_grand_total"),
                row.getBigDecimal("inr_round_off"),
                row.getString("revised_number") == null
                        ? null
                        : new TaxInvoice.Revision(
                                row.getString("revised_number"), row.getObject("revised_on", LocalDate.class)));
    }

    private static TaxNote.Line line(ResultSet row) throws SQLException {
        return new TaxNote.Line(
                row.getInt("line_no"),
                row.getString("invoice_number"),
                row.getInt("invoice_line_no"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("hsn"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                Money.of(row.getBigDecimal("unit_price"), row.getString("currency")));
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
