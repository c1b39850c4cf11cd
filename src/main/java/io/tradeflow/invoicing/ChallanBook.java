package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxTreatment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued delivery challans in the database. */
@Component
class ChallanBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChallanBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<DeliveryChallan> ofShipment(String shipmentNumber) {
        return jdbc.sql("select * from delivery_challan where shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .query((row, index) -> challan(row, lines(row.getString("number"))))
                .optional();
    }

    List<DeliveryChallan> ofDeal(String dealNumber) {
        return jdbc.sql("select * from delivery_challan where deal_number = :deal order by issued_at, number")
                .param("deal", dealNumber)
                .query((row, index) -> challan(row, lines(row.getString("number"))))
                .list();
    }

    private List<DeliveryChallan.Line> lines(String number) {
        return jdbc.sql("select * from delivery_challan_line where challan_number = :number order by line_no")
                .param("number", number)
                .query((row, index) -> line(row))
                .list();
    }

    /** Writes the challan with its lines; the database lets nobody change them afterwards. */
    void add(DeliveryChallan challan, String series, long serial, String by) {
        jdbc.sql(
                        """
                        insert into delivery_challan (number, seller_gstin, financial_year, series, serial, shipment_number,
                            deal_number, order_number, buyer_code, branch_code, purpose, issued_on, place_of_supply,
                            inter_state, taxable_value, cgst, sgst, igst, document_id, issued_by, issued_at)
                        values (:number, :gstin, :year, :series, :serial, :shipment, :deal, :order, :buyer, :branch,
                            :purpose, :on, :place, :interState, :value, :cgst, :sgst, :igst, :document, :by, :now)""")
                .param("number", challan.number())
                .param("gstin", challan.sellerGstin())
                .param("year", FinancialYear.of(challan.issuedOn()).code())
                .param("series", series)
                .param("serial", serial)
                .param("shipment", challan.shipmentNumber())
                .param("deal", challan.dealNumber())
                .param("order", challan.orderNumber())
                .param("buyer", challan.buyerCode())
                .param("branch", challan.branchCode())
                .param("purpose", challan.purpose().name())
                .param("on", challan.issuedOn())
                .param("place", challan.placeOfSupplyCode())
                .param("interState", challan.interState())
                .param("value", challan.taxableValue())
                .param("cgst", challan.cgst())
                .param("sgst", challan.sgst())
                .param("igst", challan.igst())
                .param("document", challan.documentId())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        challan.lines().forEach(line -> add(challan.number(), line));
    }

    private void add(String number, DeliveryChallan.Line line) {
        jdbc.sql(
                        """
                        insert into delivery_challan_line (challan_number, line_no, order_line_no, sku, description, hsn,
                            quantity, unit, taxable_value, treatment, rate, cgst, sgst, igst)
                        values (:number, :lineNo, :orderLineNo, :sku, :description, :hsn, :quantity, :unit, :value,
                            :treatment, :rate, :cgst, :sgst, :igst)""")
                .param("number", number)
                .param("lineNo", line.lineNo())
                .param("orderLineNo", line.orderLineNo())
                .param("sku", line.sku())
                .param("description", line.description())
                .param("hsn", line.tax().hsn())
                .param("quantity", line.quantity().value())
                .param("unit", line.quantity().unit())
                .param("value", line.tax().taxableValue())
                .param("treatment", line.tax().treatment().name())
                .param("rate", line.tax().rate())
                .param("cgst", line.tax().cgst())
                .param("sgst", line.tax().sgst())
                .param("igst", line.tax().igst())
                .update();
    }

    private static DeliveryChallan challan(ResultSet row, List<DeliveryChallan.Line> lines) throws SQLException {
        return new DeliveryChallan(
                row.getString("number"),
                row.getString("shipment_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("branch_code"),
                row.getString("seller_gstin"),
                ChallanPurpose.valueOf(row.getString("purpose")),
                row.getObject("issued_on", LocalDate.class),
                row.getString("place_of_supply"),
                row.getBoolean("inter_state"),
                row.getBigDecimal("taxable_value"),
                row.getBigDecimal("cgst"),
                row.getBigDecimal("sgst"),
                row.getBigDecimal("igst"),
                lines,
                row.getLong("document_id"));
    }

    private static DeliveryChallan.Line line(ResultSet row) throws SQLException {
        return new DeliveryChallan.Line(
                row.getInt("line_no"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                new TaxComputation.Line(
                        row.getInt("line_no"),
                        row.getString("hsn"),
                        TaxTreatment.valueOf(row.getString("treatment")),
                        row.getBigDecimal("taxable_value"),
                        row.getBigDecimal("rate"),
                        row.getBigDecimal("cgst"),
                        row.getBigDecimal("sgst"),
                        row.getBigDecimal("igst")));
    }
}
