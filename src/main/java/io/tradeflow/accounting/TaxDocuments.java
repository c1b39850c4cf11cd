package io.tradeflow.accounting;

import io.tradeflow.accounting.TaxDocument.Export;
import io.tradeflow.accounting.TaxDocument.Kind;
import io.tradeflow.accounting.TaxDocument.Line;
import io.tradeflow.accounting.TaxDocument.Original;
import io.tradeflow.accounting.TaxDocument.Party;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issued documents out of the database with what was written on them, one after the other: nothing is computed anew. */
@Component
class TaxDocuments {

    private static final int PAISE = 2;
    /** Rows the database hands over at a time, within a transaction. */
    private static final int AT_A_TIME = 500;

    private static final String INVOICES =
            """
            select case i.paper when 'BILL_OF_SUPPLY' then 'BILL_OF_SUPPLY' else 'INVOICE' end as kind, i.number, i.series,
                i.serial, i.issued_on, i.deal_number, i.order_number, i.buyer_code, i.buyer_name, i.buyer_gstin, i.seller_gstin,
                i.branch_code, i.place_of_supply, i.inter_state, i.supply_type, i.reverse_charge,
                exists (select 1 from revised_invoice r where r.invoice_id = i.id) as commercial,
                i.currency, i.exchange_rate, i.inr_taxable_value, i.inr_cgst, i.inr_sgst, i.inr_igst, i.inr_round_off,
                i.inr_grand_total, i.grand_total, coalesce(b.port_code, p.port_code) as port_code,
                b.number as shipping_bill, b.dated_on as shipping_bill_on,
                case when e.state in ('REGISTERED', 'CANCELLED') then e.irn end as irn, coalesce(e.state = 'WAIVED', false) as waived,
                e.cancelled_at,
                null as original_number, cast(null as date) as original_on, cast(null as numeric) as original_total,
                l.line_no, l.hsn, l.description, l.quantity, l.unit, l.treatment, l.rate, l.inr_net as line_taxable,
                l.inr_cgst as line_cgst, l.inr_sgst as line_sgst, l.inr_igst as line_igst, l.freight_share
            from tax_invoice i join tax_invoice_line l on l.invoice_id = i.id
            left join lateral (
                select min(sp.port_code) as port_code from tax_invoice_shipment s
                join shipment_port sp on sp.shipment_number = s.shipment_number where s.invoice_id = i.id) p on true
            left join lateral (
                select sb.port_code, sb.number, sb.dated_on from shipping_bill_entry sb where sb.invoice_number = i.number
                order by sb.id desc limit 1) b on i.supply_type in ('EXPWP', 'EXPWOP')
            left join e_invoice e on e.document_type = 'INV' and e.document_number = i.number
            where i.issued_on between :from and :until and (:gstin = '' or i.seller_gstin = :gstin)""";

    private static final String REVISED =
            """
            select 'REVISED_INVOICE' as kind, r.number, r.series,
                r.serial, r.issued_on, i.deal_number, i.order_number, i.buyer_code, i.buyer_name, i.buyer_gstin, r.seller_gstin,
                i.branch_code, r.place_of_supply, r.inter_state, r.supply_type, r.reverse_charge, false as commercial,
                i.currency, i.exchange_rate, r.taxable_value, r.cgst, r.sgst, r.igst, r.round_off,
                r.grand_total, r.grand_total, null as port_code,
                null as shipping_bill, cast(null as date) as shipping_bill_on,
                null as irn, false as waived, cast(null as timestamptz) as cancelled_at,
                i.number as original_number, i.issued_on as original_on, r.billed as original_total,
                l.line_no, l.hsn, l.description, t.quantity, l.unit, t.treatment, t.rate, t.taxable_value as line_taxable,
                t.cgst as line_cgst, t.sgst as line_sgst, t.igst as line_igst,
                case when t.taxable_value = l.inr_net then l.freight_share else 0 end as freight_share
            from revised_invoice r join tax_invoice i on i.id = r.invoice_id
            join revised_invoice_line t on t.revised_invoice_id = r.id
            join tax_invoice_line l on l.invoice_id = i.id and l.line_no = t.line_no
            where r.issued_on between :from and :until and (:gstin = '' or r.seller_gstin = :gstin)""";

    /**
     * Whether a consumer's invoice was a large one is told by the first that a note corrects: all are of one buyer and order. A revised invoice stands for its
     * bill; notes from before, which it is net of, are commercial like the bill.
     */
    private static final String NOTES =
            """
            select case n.kind when 'CRN' then 'CREDIT_NOTE' else 'DEBIT_NOTE' end as kind, n.number, n.series,
                n.serial, n.issued_on, n.deal_number, n.order_number, n.buyer_code, n.buyer_name, n.buyer_gstin, n.seller_gstin,
                n.branch_code, n.place_of_supply, n.inter_state, o.supply_type, n.reverse_charge,
                n.commercial or not exists (select 1 from tax_note_invoice c where c.note_id = n.id and (c.revised_invoice_id is not null
                    or not exists (select 1 from revised_invoice r where r.invoice_id = c.invoice_id))) as commercial,
                n.currency, n.exchange_rate, n.inr_taxable_value, n.inr_cgst, n.inr_sgst, n.inr_igst, n.inr_round_off,
                n.inr_grand_total, n.grand_total, null as port_code,
                null as shipping_bill, cast(null as date) as shipping_bill_on,
                case when e.state in ('REGISTERED', 'CANCELLED') then e.irn end as irn, coalesce(e.state = 'WAIVED', false) as waived,
                e.cancelled_at,
                o.numbers as original_number, o.issued_on as original_on, o.inr_grand_total as original_total,
                l.line_no, l.hsn, l.description, l.quantity, l.unit, l.treatment, l.rate, l.inr_taxable_value as line_taxable,
                l.inr_cgst as line_cgst, l.inr_sgst as line_sgst, l.inr_igst as line_igst, 0 as freight_share
            from tax_note n join tax_note_line l on l.note_id = n.id
            cross join lateral (
                select case when r.id is null then i.supply_type else r.supply_type end as supply_type,
                    coalesce(r.issued_on, i.issued_on) as issued_on, coalesce(r.grand_total, i.inr_grand_total) as inr_grand_total,
                    string_agg(coalesce(r.number, i.number), ' ') over (
                        order by i.id rows between unbounded preceding and unbounded following) as numbers
                from tax_note_invoice c join tax_invoice i on i.id = c.invoice_id
                left join revised_invoice r on r.id = c.revised_invoice_id
                where c.note_id = n.id order by i.id limit 1) o
            left join e_invoice e on e.document_type = n.kind and e.document_number = n.number
            where n.issued_on between :from and :until and (:gstin = '' or n.seller_gstin = :gstin)""";

    private static final String ALL = "select * from (" + INVOICES + " union all " + REVISED + " union all " + NOTES
            + ") d order by issued_on, kind, number, line_no";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaxDocuments(DataSource database, Clock clock) {
        this.clock = clock;
        JdbcTemplate inPortions = new JdbcTemplate(database);
        inPortions.setFetchSize(AT_A_TIME);
        this.jdbc = JdbcClient.create(inPortions);
    }

    /** All documents of one GSTIN of the seller in a period. */
    List<TaxDocument> of(String gstin, Period period) {
        List<TaxDocument> documents = new ArrayList<>();
        forEach(gstin, period, documents::add);
        return documents;
    }

    /** The documents of a period by day, kind and number; of every GSTIN if it is null. Never all in memory. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public void forEach(String gstin, Period period, Consumer<TaxDocument> reader) {
        Gathering gathering = new Gathering(reader);
        jdbc.sql(ALL)
                .param("from", period.from())
                .param("until", period.until())
                .param("gstin", gstin == null ? "" : gstin)
                .query((RowCallbackHandler) gathering::row);
        gathering.end();
    }

    /** Puts heads and lines together: rows of one document follow one another. */
    private final class Gathering {

        private final Consumer<TaxDocument> reader;
        private final List<Line> lines = new ArrayList<>();
        private TaxDocument head;

        private Gathering(Consumer<TaxDocument> reader) {
            this.reader = reader;
        }

        void row(ResultSet row) throws SQLException {
            if (head == null
                    || !head.number().equals(row.getString("number"))
                    || head.kind() != Kind.valueOf(row.getString("kind"))) {
                end();
                head = head(row);
            }
            lines.add(line(row));
        }

        void end() {
            if (head != null) {
                reader.accept(head.with(lines));
                head = null;
                lines.clear();
            }
        }
    }

    private TaxDocument head(ResultSet row) throws SQLException {
        String port = row.getString("port_code");
        String supplyType = row.getString("supply_type");
        OffsetDateTime cancelledAt = row.getObject("cancelled_at", OffsetDateTime.class);
        String original = row.getString("original_number");
        return new TaxDocument(
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("series"),
                row.getLong("serial"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("deal_number"),
                row.getString("order_number"),
                new Party(row.getString("buyer_code"), row.getString("buyer_name"), row.getString("buyer_gstin")),
                row.getString("seller_gstin"),
                row.getString("branch_code"),
                row.getString("place_of_supply"),
                row.getBoolean("inter_state"),
                supplyType == null ? null : SupplyType.valueOf(supplyType),
                row.getBoolean("reverse_charge"),
                row.getBoolean("commercial"),
                row.getString("currency"),
                row.getBigDecimal("exchange_rate"),
                new Amounts(
                        amount(row, "inr_taxable_value"),
                        amount(row, "inr_cgst"),
                        amount(row, "inr_sgst"),
                        amount(row, "inr_igst")),
                amount(row, "inr_round_off"),
                amount(row, "inr_grand_total"),
                amount(row, "grand_total"),
                row.getString("irn"),
                row.getBoolean("waived"),
                cancelledAt == null ? null : LocalDate.ofInstant(cancelledAt.toInstant(), clock.getZone()),
                original == null
                        ? null
                        : new Original(
                                original, row.getObject("original_on", LocalDate.class), amount(row, "original_total")),
                port == null
                        ? null
                        : new Export(
                                port,
                                row.getString("shipping_bill"),
                                row.getObject("shipping_bill_on", LocalDate.class)),
                List.of());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                row.getString("hsn"),
                row.getString("description"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                TaxTreatment.valueOf(row.getString("treatment")),
                plain(row.getBigDecimal("rate")),
                new Amounts(
                        amount(row, "line_taxable"),
                        amount(row, "line_cgst"),
                        amount(row, "line_sgst"),
                        amount(row, "line_igst")),
                amount(row, "freight_share"));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(PAISE, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
