package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.party.Branch;
import io.tradeflow.tax.SupplyNature;
import io.tradeflow.tax.SupplyType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued revised invoices in the database: written once with their lines, then only read. */
@Component
class RevisedBook {

    private static final int CENTS = 2;
    private static final int MOST_LISTED = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    RevisedBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bills in rupees, without tax, of the branch from before its certificate that are not revised yet and of which notes left something, the oldest first. */
    List<RevisableInvoice> revisable(Branch branch, LocalDate lastDay) {
        return jdbc.sql(
                        """
                        select i.* from tax_invoice i
                        where i.branch_code = :branch and i.seller_gstin = :gstin and i.nature = :nature
                          and i.issued_on >= :from and i.issued_on < :until and i.currency = 'INR'
                          and i.taxable_value > (select coalesce(sum(case n.kind when 'CRN' then l.taxable_value else -l.taxable_value end), 0)
                              from tax_note_line l join tax_note n on n.id = l.note_id where l.invoice_id = i.id)
                          and not exists (select 1 from cancelled_invoice c where c.invoice_id = i.id)
                          and not exists (select 1 from revised_invoice r where r.invoice_id = i.id)
                        order by i.id""")
                .param("branch", branch.code())
                .param("gstin", branch.gstin())
                .param("nature", SupplyNature.BY_UNREGISTERED_SUPPLIER.label())
                .param("from", branch.registration().effectiveFrom())
                .param("until", branch.registration().certifiedOn())
                .query((row, index) -> new RevisableInvoice(
                        row.getString("number"),
                        row.getString("branch_code"),
                        row.getString("deal_number"),
                        row.getString("buyer_name"),
                        row.getString("buyer_gstin"),
                        row.getObject("issued_on", LocalDate.class),
                        Money.of(row.getBigDecimal("grand_total"), row.getString("currency")),
                        lastDay))
                .list();
    }

    Optional<RevisedInvoice> find(String number) {
        return select("r.number = :key", number).stream().findFirst();
    }

    Optional<RevisedInvoice> ofInvoice(String invoiceNumber) {
        return select("i.number = :key", invoiceNumber).stream().findFirst();
    }

    /** Those issued last, latest first. */
    List<RevisedInvoice> latest() {
        return select("cast(:key as text) is null", null);
    }

    private List<RevisedInvoice> select(String condition, String key) {
        return jdbc.sql(
                        """
                        select r.*, i.number as invoice_number, i.issued_on as invoice_on, i.deal_number, i.order_number,
                            i.buyer_code, i.buyer_name, i.buyer_gstin, i.branch_code, i.currency
                        from revised_invoice r join tax_invoice i on i.id = r.invoice_id
                        where %s order by r.id desc limit %d"""
                                .formatted(condition, MOST_LISTED))
                .param("key", key)
                .query((row, index) -> read(row, lines(row.getLong("id"))))
                .list();
    }

    private List<RevisedInvoice.Line> lines(long id) {
        return jdbc.sql(
                        """
                        select t.*, l.sku, l.description, l.hsn, l.unit
                        from revised_invoice_line t join revised_invoice r on r.id = t.revised_invoice_id
                        join tax_invoice_line l on l.invoice_id = r.invoice_id and l.line_no = t.line_no
                        where t.revised_invoice_id = :id order by t.line_no""")
                .param("id", id)
                .query((row, index) -> new RevisedInvoice.Line(
                        row.getInt("line_no"),
                        row.getString("sku"),
                        row.getString("description"),
                        row.getString("hsn"),
                        new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                        row.getString("treatment"),
                        amount(row, "taxable_value"),
                        plain(row.getBigDecimal("rate")),
                        amount(row, "cgst"),
                        amount(row, "sgst"),
                        amount(row, "igst")))
                .list();
    }

    private static RevisedInvoice read(ResultSet row, List<RevisedInvoice.Line> lines) throws SQLException {
        String type = row.getString("supply_type");
        String currency = row.getString("currency");
        return new RevisedInvoice(
                row.getString("number"),
                row.getString("invoice_number"),
                row.getObject("invoice_on", LocalDate.class),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("buyer_gstin"),
                row.getString("branch_code"),
                row.getString("seller_gstin"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("place_of_supply"),
                row.getBoolean("inter_state"),
                row.getString("nature"),
                type == null ? null : SupplyType.valueOf(type),
                row.getBoolean("reverse_charge"),
                amount(row, "taxable_value"),
                amount(row, "cgst"),
                amount(row, "sgst"),
                amount(row, "igst"),
                amount(row, "round_off"),
                Money.of(row.getBigDecimal("grand_total"), currency),
                Money.of(row.getBigDecimal("billed"), currency),
                row.getLong("document_id"),
                lines);
    }

    void add(RevisedInvoice revised, String series, long serial, String by) {
        long id = jdbc.sql(
                        """
                        insert into revised_invoice (number, invoice_id, seller_gstin, financial_year, series, serial,
                            issued_on, due_on, place_of_supply, inter_state, nature, supply_type, reverse_charge,
                            taxable_value, cgst, sgst, igst, round_off, grand_total, billed, document_id, issued_by, issued_at)
                        values (:number, (select id from tax_invoice where number = :invoice), :gstin, :year, :series,
                            :serial, :issuedOn, :dueOn, :place, :interState, :nature, :type, :reverse, :value, :cgst, :sgst,
                            :igst, :roundOff, :total, :billed, :document, :by, :now)
                        returning id""")
                .param("number", revised.number())
                .param("invoice", revised.invoiceNumber())
                .param("gstin", revised.sellerGstin())
                .param("year", FinancialYear.of(revised.issuedOn()).code())
                .param("series", series)
                .param("serial", serial)
                .param("issuedOn", revised.issuedOn())
                .param("dueOn", revised.dueOn())
                .param("place", revised.placeOfSupplyCode())
                .param("interState", revised.interState())
                .param("nature", revised.nature())
                .param(
                        "type",
                        revised.supplyType() == null
                                ? null
                                : revised.supplyType().name())
                .param("reverse", revised.reverseCharge())
                .param("value", revised.taxableValue())
                .param("cgst", revised.cgst())
                .param("sgst", revised.sgst())
                .param("igst", revised.igst())
                .param("roundOff", revised.roundOff())
                .param("total", revised.grandTotal().amount())
                .param("billed", revised.billed().amount())
                .param("document", revised.documentId())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        revised.lines().forEach(line -> add(id, line));
    }

    private void add(long id, RevisedInvoice.Line line) {
        jdbc.sql(
                        "insert into revised_invoice_line (revised_invoice_id, line_no, treatment, rate, cgst, sgst, igst, quantity,"
                                + " taxable_value) values (:id, :lineNo, :treatment, :rate, :cgst, :sgst, :igst, :quantity, :value)")
                .param("id", id)
                .param("lineNo", line.lineNo())
                .param("treatment", line.treatment())
                .param("rate", line.rate())
                .param("cgst", line.cgst())
                .param("sgst", line.sgst())
                .param("igst", line.igst())
                .param("quantity", line.quantity().value())
                .param("value", line.taxableValue())
                .update();
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
