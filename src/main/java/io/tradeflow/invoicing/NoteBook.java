package io.tradeflow.invoicing;

import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued notes in the database: written once with invoices and lines, then only read. */
@Component
class NoteBook {

    private static final int MOST_LISTED = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes over an invoice are issued one after the other; always in the order of the numbers, so that two cannot block each other. */
    void lockInvoices(List<String> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("select number from tax_invoice where number in (:numbers) order by number for no key update")
                    .param("numbers", numbers)
                    .query(String.class)
                    .list();
        }
    }

    /** The series an invoice was numbered in, which its notes stay in. */
    String seriesOf(String invoiceNumber) {
        return jdbc.sql("select series from tax_invoice where number = :number")
                .param("number", invoiceNumber)
                .query(String.class)
                .single();
    }

    /** The credit notes over this invoice; where its figures are those of a revised invoice, the notes since. */
    EarlierNotes over(TaxInvoice invoice) {
        Map<String, List<TaxComputation.Line>> lines = new LinkedHashMap<>();
        Map<String, List<TaxComputation.Line>> rupees = new LinkedHashMap<>();
        Map<Integer, BigDecimal> quantities = new HashMap<>();
        Map<String, BigDecimal[]> roundOffs = new HashMap<>();
        jdbc.sql(
                        """
                        select n.number, l.*, o.round_off, o.inr_round_off
                        from tax_note n
                            join tax_note_line l on l.note_id = n.id
                            join tax_note_invoice o on o.note_id = n.id and o.invoice_id = l.invoice_id
                            left join revised_invoice r on r.number = :revised
                        where o.invoice_number = :invoice and n.kind = 'CRN'
                          and (o.revised_invoice_id is not distinct from r.id or n.issued_at > r.issued_at)
                        order by n.id, l.line_no""")
                .param("invoice", invoice.number())
                .param(
                        "revised",
                        invoice.revision() == null ? "" : invoice.revision().number())
                .query(row -> {
                    String note = row.getString("number");
                    int lineNo = row.getInt("invoice_line_no");
                    lines.computeIfAbsent(note, number -> new ArrayList<>()).add(taxLine(row, lineNo, ""));
                    rupees.computeIfAbsent(note, number -> new ArrayList<>()).add(taxLine(row, lineNo, "inr_"));
                    quantities.merge(lineNo, row.getBigDecimal("quantity"), BigDecimal::add);
                    roundOffs.put(
                            note,
                            new BigDecimal[] {row.getBigDecimal("round_off"), row.getBigDecimal("inr_round_off")});
                });
        return new EarlierNotes(
                lines.entrySet().stream()
                        .map(note ->
                                taken(invoice.tax(), note.getValue(), roundOffs.get(note.getKey())[0]))
                        .toList(),
                rupees.entrySet().stream()
                        .map(note -> taken(
                                invoice.taxInRupees(),
                                note.getValue(),
                                roundOffs.get(note.getKey())[1]))
                        .toList(),
                quantities);
    }

    static TaxComputation taken(TaxComputation of, List<TaxComputation.Line> lines, BigDecimal roundOff) {
        return NoteReader.computation(
                of.placeOfSupplyCode(),
                of.interState(),
                of.nature(),
                of.endorsement(),
                of.reason(),
                of.reverseCharge(),
                of.reasons(),
                lines,
                roundOff);
    }

    static TaxComputation.Line taxLine(ResultSet row, int lineNo, String prefix) throws SQLException {
        return new TaxComputation.Line(
                lineNo,
                row.getString("hsn"),
                TaxTreatment.valueOf(row.getString("treatment")),
                row.getBigDecimal(prefix + "taxable_value"),
                NoteReader.plain(row.getBigDecimal("rate")),
                row.getBigDecimal(prefix + "cgst"),
                row.getBigDecimal(prefix + "sgst"),
                row.getBigDecimal(prefix + "igst"));
    }

    Optional<TaxNote> find(String number) {
        return select("n.number = :key", number).stream().findFirst();
    }

    Optional<TaxNote> ofDraft(String draftNumber) {
        return select("n.draft_number = :key", draftNumber).stream().findFirst();
    }

    List<TaxNote> ofDeal(String dealNumber) {
        return select("n.deal_number = :key", dealNumber);
    }

    List<TaxNote> ofReturn(String returnNumber) {
        return select("n.return_number = :key", returnNumber);
    }

    List<TaxNote> ofInvoice(String invoiceNumber) {
        return select(
                "n.id in (select o.note_id from tax_note_invoice o where o.invoice_number = :key)", invoiceNumber);
    }

    /** Those issued last first. */
    List<TaxNote> latest() {
        return select("n.id in (select id from tax_note order by id desc limit :key)", MOST_LISTED);
    }

    private List<TaxNote> select(String condition, Object key) {
        return new NoteReader(jdbc).notes(condition, key);
    }

    /** Writes the note with its invoices and lines; the database lets nobody change them afterwards. */
    void add(TaxNote note, String draftNumber, String series, long serial, String by) {
        long id = jdbc.sql(
                        """
                        insert into tax_note (kind, number, seller_gstin, financial_year, series, serial, draft_number,
                            return_number, deal_number, order_number, buyer_code, buyer_name, buyer_gstin, branch_code,
                            issued_on, due_on, reason, remark, commercial, currency, exchange_rate, place_of_supply,
                            inter_state, nature, endorsement, tax_reason, tax_reasons, reverse_charge, taxable_value, cgst,
                            sgst, igst, round_off, grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst,
                            inr_round_off, inr_grand_total, document_id, issued_by, issued_at)
                        values (:kind, :number, :gstin, :year, :series, :serial, :draft, :return, :deal, :order, :buyer,
                            :buyerName, :buyerGstin, :branch, :issuedOn, :dueOn, :reason, :remark, :commercial, :currency,
                            :exchangeRate, :place, :interState, :nature, :endorsement, :taxReason,
                            cast(:taxReasons as jsonb), :reverseCharge, :value, :cgst, :sgst, :igst, :roundOff, :total,
                            :inrValue, :inrCgst, :inrSgst, :inrIgst, :inrRoundOff, :inrTotal, :document, :by, :now)
                        returning id""")
                .paramSource(NoteColumns.header(note, draftNumber, series, serial, by, OffsetDateTime.now(clock)))
                .query(Long.class)
                .single();
        note.invoices().forEach(of -> add(id, of));
        for (int at = 0; at < note.lines().size(); at++) {
            jdbc.sql(
                            """
                            insert into tax_note_line (note_id, line_no, invoice_id, invoice_line_no, order_line_no, sku,
                                description, hsn, quantity, unit, unit_price, taxable_value, treatment, rate, cgst, sgst,
                                igst, inr_taxable_value, inr_cgst, inr_sgst, inr_igst)
                            select :note, :lineNo, i.id, :invoiceLineNo, :orderLineNo, :sku, :description, :hsn, :quantity,
                                :unit, :unitPrice, :value, :treatment, :rate, :cgst, :sgst, :igst, :inrValue, :inrCgst,
                                :inrSgst, :inrIgst
                            from tax_invoice i where i.number = :invoice""")
                    .paramSource(NoteColumns.line(id, note, at))
                    .update();
        }
    }

    private void add(long noteId, TaxNote.Original of) {
        jdbc.sql(
                        """
                        insert into tax_note_invoice (note_id, invoice_id, invoice_number, invoice_date, grand_total,
                            round_off, inr_grand_total, inr_round_off, revised_invoice_id)
                        select :note, i.id, i.number, i.issued_on, :total, :roundOff, :inrTotal, :inrRoundOff,
                            (select r.id from revised_invoice r where r.number = :revised)
                        from tax_invoice i where i.number = :invoice""")
                .param("note", noteId)
                .param("invoice", of.number())
                .param("total", of.total().toDocumentScale())
                .param("roundOff", of.roundOff())
                .param("inrTotal", of.totalInRupees())
                .param("inrRoundOff", of.roundOffInRupees())
                .param("revised", of.revised() == null ? "" : of.revised().number())
                .update();
    }
}
