package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.tax.TaxComputation;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The columns of an invoice and of its lines. */
final class InvoiceColumns {

    private InvoiceColumns() {}

    static SqlParameterSource header(TaxInvoice invoice, long serial, String series, OffsetDateTime issuedAt) {
        TaxComputation tax = invoice.tax();
        TaxComputation rupees = invoice.taxInRupees();
        return new MapSqlParameterSource()
                .addValue("number", invoice.number())
                .addValue("sellerGstin", invoice.sellerGstin())
                .addValue("year", FinancialYear.of(invoice.issuedOn()).code())
                .addValue("series", series)
                .addValue("serial", serial)
                .addValue("deal", invoice.dealNumber())
                .addValue("order", invoice.orderNumber())
                .addValue("shipment", invoice.shipmentNumber())
                .addValue("buyer", invoice.buyerCode())
                .addValue("buyerName", invoice.buyerName())
                .addValue("buyerGstin", invoice.buyerGstin())
                .addValue("branch", invoice.branchCode())
                .addValue("issuedOn", invoice.issuedOn())
                .addValue("dueOn", invoice.dueOn())
                .addValue("currency", invoice.currency())
                .addValue("exchangeRate", invoice.exchangeRate())
                .addValue("placeOfSupply", tax.placeOfSupplyCode())
                .addValue("interState", tax.interState())
                .addValue("nature", tax.nature())
                .addValue("endorsement", tax.endorsement())
                .addValue("reason", tax.reason())
                .addValue("taxReasons", TaxReasons.kept(tax.reasons()))
                .addValue("taxableValue", tax.taxableValue())
                .addValue("cgst", tax.cgst())
                .addValue("sgst", tax.sgst())
                .addValue("igst", tax.igst())
                .addValue("roundOff", tax.roundOff())
                .addValue("grandTotal", tax.grandTotal())
                .addValue("inrTaxableValue", rupees.taxableValue())
                .addValue("inrCgst", rupees.cgst())
                .addValue("inrSgst", rupees.sgst())
                .addValue("inrIgst", rupees.igst())
                .addValue("inrRoundOff", rupees.roundOff())
                .addValue("inrGrandTotal", rupees.grandTotal())
                .addValue("document", invoice.documentId())
                .addValue("issuedAt", issuedAt)
                .addValue("paper", invoice.paper().name())
                .addValue(
                        "supplyType",
                        invoice.supplyType() == null
                                ? null
                                : invoice.supplyType().name())
                .addValue("reverseCharge", invoice.reverseCharge())
                .addValue(
                        "placeWhy",
                        invoice.placeOverride() == null
                                ? null
                                : invoice.placeOverride().why())
                .addValue(
                        "placeBy",
                        invoice.placeOverride() == null
                                ? null
                                : invoice.placeOverride().by());
    }

    static SqlParameterSource line(long invoiceId, TaxInvoice invoice, int index) {
        TaxInvoice.Line line = invoice.lines().get(index);
        TaxComputation.Line tax = invoice.tax().lines().get(index);
        TaxComputation.Line rupees = invoice.taxInRupees().lines().get(index);
        return new MapSqlParameterSource()
                .addValue("invoice", invoiceId)
                .addValue("lineNo", line.lineNo())
                .addValue("orderLineNo", line.orderLineNo())
                .addValue("sku", line.sku())
                .addValue("description", line.description())
                .addValue("batches", line.batches())
                .addValue("hsn", line.hsn())
                .addValue("quantity", line.quantity().value())
                .addValue("unit", line.quantity().unit())
                .addValue("unitPrice", line.unitPrice().amount())
                .addValue("net", line.net().toDocumentScale())
                .addValue("discountShare", line.shares().discountShare())
                .addValue("freightShare", line.shares().freightShare())
                .addValue("packingShare", line.shares().packingShare())
                .addValue("insuranceShare", line.shares().insuranceShare())
                .addValue("treatment", tax.treatment().name())
                .addValue("rate", tax.rate())
                .addValue("cgst", tax.cgst())
                .addValue("sgst", tax.sgst())
                .addValue("igst", tax.igst())
                .addValue("inrNet", rupees.taxableValue())
                .addValue("inrCgst", rupees.cgst())
                .addValue("inrSgst", rupees.sgst())
                .addValue("inrIgst", rupees.igst());
    }
}
