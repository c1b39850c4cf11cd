package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.GstState;
import io.tradeflow.tax.PlaceOverride;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Puts invoices together again from headers joined with their lines, ordered by invoice and line. */
final class InvoiceReader implements ResultSetExtractor<List<TaxInvoice>> {

    private static final int CENTS = 2;

    @Override
    public List<TaxInvoice> extractData(ResultSet rows) throws SQLException {
        List<TaxInvoice> invoices = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            Header header = header(rows);
            List<TaxInvoice.Line> lines = new ArrayList<>();
            List<TaxComputation.Line> tax = new ArrayList<>();
            List<TaxComputation.Line> rupees = new ArrayList<>();
            do {
                lines.add(line(rows, header.currency()));
                tax.add(taxLine(rows, "line_taxable", "line_"));
                rupees.add(taxLine(rows, "inr_net", "line_inr_"));
                more = rows.next();
            } while (more && header.number().equals(rows.getString("number")));
            invoices.add(header.with(lines, tax, rupees));
        }
        return invoices;
    }

    private static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("shipment_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("buyer_gstin"),
                row.getString("branch_code"),
                row.getString("seller_gstin"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("currency"),
                plain(row.getBigDecimal("exchange_rate")),
                row.getString("place_of_supply"),
                row.getBoolean("inter_state"),
                row.getString("nature"),
                row.getString("endorsement"),
                row.getString("reason"),
                TaxReasons.read(row.getString("tax_reasons")),
                totals(row, ""),
                totals(row, "inr_"),
                row.getLong("standing_document_id"),
                TaxPaper.valueOf(row.getString("paper")),
                row.getString("supply_type") == null ? null : SupplyType.valueOf(row.getString("supply_type")),
                row.getBoolean("reverse_charge"),
                placeOverride(row),
                List.of(row.getString("shipments").split(" ")),
                row.getBoolean("cancelled"));
    }

    private static PlaceOverride placeOverride(ResultSet row) throws SQLException {
        String why = row.getString("place_override_why");
        return why == null
                ? null
                : new PlaceOverride(row.getString("place_of_supply"), why, row.getString("place_override_by"));
    }

    private static Totals totals(ResultSet row, String prefix) throws SQLException {
        return new Totals(
                amount(row, prefix + "taxable_value"),
                amount(row, prefix + "cgst"),
                amount(row, prefix + "sgst"),
                amount(row, prefix + "igst"),
                amount(row, prefix + "round_off"),
                amount(row, prefix + "grand_total"));
    }

    private static TaxInvoice.Line line(ResultSet row, String currency) throws SQLException {
        return new TaxInvoice.Line(
                row.getInt("line_no"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("batches"),
                row.getString("hsn"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                Money.of(row.getBigDecimal("unit_price"), currency),
                Money.of(row.getBigDecimal("net"), currency),
                shares(row));
    }

    static LineShares shares(ResultSet row) throws SQLException {
        return new LineShares(
                amount(row, "discount_share"),
                amount(row, "freight_share"),
                amount(row, "packing_share"),
                amount(row, "insurance_share"));
    }

    private static TaxComputation.Line taxLine(ResultSet row, String value, String prefix) throws SQLException {
        return new TaxComputation.Line(
                row.getInt("line_no"),
                row.getString("hsn"),
                TaxTreatment.valueOf(row.getString("treatment")),
                amount(row, value),
                plain(row.getBigDecimal("rate")),
                amount(row, prefix + "cgst"),
                amount(row, prefix + "sgst"),
                amount(row, prefix + "igst"));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private record Totals(
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal grandTotal) {}

    private record Header(
            String number,
            String dealNumber,
            String orderNumber,
            String shipmentNumber,
            String buyerCode,
            String buyerName,
            String buyerGstin,
            String branchCode,
            String sellerGstin,
            LocalDate issuedOn,
            LocalDate dueOn,
            String currency,
            BigDecimal exchangeRate,
            String placeOfSupply,
            boolean interState,
            String nature,
            String endorsement,
            String reason,
            List<Reason> reasons,
            Totals totals,
            Totals rupeeTotals,
            long documentId,
            TaxPaper paper,
            SupplyType supplyType,
            boolean reverseCharge,
            PlaceOverride placeOverride,
            List<String> shipments,
            boolean cancelled) {

        TaxInvoice with(
                List<TaxInvoice.Line> lines, List<TaxComputation.Line> tax, List<TaxComputation.Line> taxInRupees) {
            return new TaxInvoice(
                    number,
                    dealNumber,
                    orderNumber,
                    shipmentNumber,
                    buyerCode,
                    buyerName,
                    buyerGstin,
                    branchCode,
                    sellerGstin,
                    issuedOn,
                    dueOn,
                    currency,
                    exchangeRate,
                    computation(totals, tax),
                    computation(rupeeTotals, taxInRupees),
                    Money.of(totals.grandTotal(), currency),
                    lines,
                    documentId,
                    paper,
                    supplyType,
                    placeOverride,
                    shipments,
                    cancelled,
                    null);
        }

        private TaxComputation computation(Totals of, List<TaxComputation.Line> lines) {
            return new TaxComputation(
                    placeOfSupply,
                    GstState.of(placeOfSupply).name(),
                    interState,
                    nature,
                    endorsement,
                    reason,
                    lines,
                    TaxComputation.summaryOf(lines),
                    of.taxableValue(),
                    of.cgst(),
                    of.sgst(),
                    of.igst(),
                    of.grandTotal().subtract(of.roundOff()),
                    of.roundOff(),
                    of.grandTotal(),
                    reverseCharge,
                    reasons);
        }
    }
}
