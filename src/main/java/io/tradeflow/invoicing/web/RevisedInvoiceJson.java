package io.tradeflow.invoicing.web;

import io.tradeflow.invoicing.RevisedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A revised invoice over the API; amounts in INR.
 *
 * @param number null in a preview
 * @param documentId null in a preview
 */
record RevisedInvoiceJson(
        String number,
        Original original,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        String placeOfSupplyCode,
        String nature,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal roundOff,
        BigDecimal grandTotal,
        BigDecimal addition,
        Long documentId,
        List<Line> lines) {

    record Original(String number, LocalDate issuedOn, BigDecimal grandTotal) {}

    record Line(
            int lineNo,
            String sku,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal taxableValue,
            BigDecimal rate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {}

    static RevisedInvoiceJson of(RevisedInvoice revised) {
        return new RevisedInvoiceJson(
                revised.number(),
                new Original(
                        revised.invoiceNumber(),
                        revised.invoiceIssuedOn(),
                        revised.billed().amount()),
                revised.dealNumber(),
                revised.orderNumber(),
                revised.buyerCode(),
                revised.buyerName(),
                revised.buyerGstin(),
                revised.sellerGstin(),
                revised.issuedOn(),
                revised.dueOn(),
                revised.placeOfSupplyCode(),
                revised.nature(),
                revised.taxableValue(),
                revised.cgst(),
                revised.sgst(),
                revised.igst(),
                revised.roundOff(),
                revised.grandTotal().amount(),
                revised.addition().amount(),
                revised.number() == null ? null : revised.documentId(),
                revised.lines().stream().map(RevisedInvoiceJson::line).toList());
    }

    private static Line line(RevisedInvoice.Line line) {
        return new Line(
                line.lineNo(),
                line.sku(),
                line.hsn(),
                line.quantity().value(),
                line.quantity().unit(),
                line.taxableValue(),
                line.rate(),
                line.cgst(),
                line.sgst(),
                line.igst());
    }
}
