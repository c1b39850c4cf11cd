package io.tradeflow.accounting;

import io.tradeflow.accounting.TaxDocument.Export;
import io.tradeflow.accounting.TaxDocument.Kind;
import io.tradeflow.accounting.TaxDocument.Line;
import io.tradeflow.accounting.TaxDocument.Party;
import io.tradeflow.tax.SupplyNature;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
            select 'INVOICE' as kind, i.number, i.series, i.serial, i.issued_on, i.deal_number, i.order_number, i.buyer_code,
                i.buyer_name, i.buyer_gstin, i.seller_gstin, i.branch_code, i.place_of_supply, i.inter_state, i.nature,
                i.currency, i.exchange_rate, i.inr_taxable_value, i.inr_cgst, i.inr_sgst, i.inr_igst, i.inr_round_off,
                i.inr_grand_total, i.grand_total, p.port_code,
                l.line_no, l.hsn, l.description, l.quantity, l.unit, l.treatment, l.rate, l.inr_net as line_taxable,
                l.inr_cgst as line_cgst, l.inr_sgst as line_sgst, l.inr_igst as line_igst, l.freight_share
            from tax_invoice i join tax_invoice_line l on l.invoice_id = i.id
            left join shipment_port p on p.shipment_number = i.shipment_number
            where i.issued_on between :from and :until and (:gstin = '' or i.seller_gstin = :gstin)""";

    private static final String IN_ORDER = " order by issued_on, kind, number, line_no";

    private final JdbcClient jdbc;

    TaxDocuments(DataSource database) {
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
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public void forEach(String gstin, Period period, Consumer<TaxDocument> reader) {
        Gathering gathering = new Gathering(reader);
        jdbc.sql(INVOICES + IN_ORDER)
                .param("from", period.from())
                .param("until", period.until())
                .param("gstin", gstin == null ? "" : gstin)
                .query((RowCallbackHandler) gathering::row);
        gathering.end();
    }

    /** Puts heads and lines together: rows of one document follow one another. */
    private static final class Gathering {

        private final Consumer<TaxDocument> reader;
        private final List<Line> lines = new ArrayList<>();
        private TaxDocument head;

        private Gathering(Consumer<TaxDocument> reader) {
            this.reader = reader;
        }

        void row(ResultSet row) throws SQLException {
            TaxDocument next = head(row);
            if (head != null && !(head.number().equals(next.number()) && head.kind() == next.kind())) {
                end();
            }
            head = next;
            lines.add(line(row));
        }

        void end() {
            if (head != null) {
                reader.accept(with(head, lines));
                head = null;
                lines.clear();
            }
        }
    }

    private static TaxDocument head(ResultSet row) throws SQLException {
        String port = row.getString("port_code");
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
                supplyType(row),
                false,
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
                null,
                false,
                null,
                port == null ? null : new Export(port, null, null),
                List.of());
    }

    private static SupplyType supplyType(ResultSet row) throws SQLException {
        SupplyNature nature = SupplyNature.labelled(row.getString("nature")).orElse(SupplyNature.INTRA_STATE);
        return switch (nature) {
            case EXPORT_UNDER_LUT -> SupplyType.EXPWOP;
            case EXPORT_WITH_PAYMENT -> SupplyType.EXPWP;
            case SEZ_UNDER_LUT -> SupplyType.SEZWOP;
            case SEZ_WITH_PAYMENT -> SupplyType.SEZWP;
            default -> row.getString("buyer_gstin") == null ? null : SupplyType.B2B;
        };
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

    private static TaxDocument with(TaxDocument head, List<Line> lines) {
        return new TaxDocument(
                head.kind(),
                head.number(),
                head.series(),
                head.serial(),
                head.issuedOn(),
                head.dealNumber(),
                head.orderNumber(),
                head.buyer(),
                head.sellerGstin(),
                head.branchCode(),
                head.placeOfSupply(),
                head.interState(),
                head.supplyType(),
                head.reverseCharge(),
                head.currency(),
                head.exchangeRate(),
                head.totals(),
                head.roundOff(),
                head.total(),
                head.currencyTotal(),
                head.irn(),
                head.cancelled(),
                head.original(),
                head.export(),
                lines);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(PAISE, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
