package io.tradeflow.invoicing.web;

import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** An invoice as the API answers it. Amounts are in {@code currency} with two decimals, those in {@code inRupees} in INR. */
record InvoiceJson(
        String number,
        String dealNumber,
        String orderNumber,
        String shipmentNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        BigDecimal exchangeRate,
        String placeOfSupplyCode,
        String placeOfSupplyName,
        String nature,
        String endorsement,
        String taxReason,
        List<Reason> taxReasons,
        List<Line> lines,
        List<TaxComputation.RateSummary> hsnSummary,
        Totals totals,
        Totals inRupees,
        long documentId,
        TaxPaper paper,
        SupplyType supplyType,
        boolean reverseCharge,
        PlaceChosen placeChosen,
        List<String> shipmentNumbers,
        boolean cancelled) {

    /** Who chose the State of delivery as place of supply, and why. */
    record PlaceChosen(String why, String by) {}

    /** {@code taxRate} is the full GST rate in percent. */
    record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String batches,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal net,
            BigDecimal taxRate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {}

    record Totals(
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal grandTotal) {

        static Totals of(TaxComputation tax) {
            return new Totals(tax.taxableValue(), tax.cgst(), tax.sgst(), tax.igst(), tax.roundOff(), tax.grandTotal());
        }
    }

    static InvoiceJson of(TaxInvoice invoice) {
        TaxComputation tax = invoice.tax();
        return new InvoiceJson(
                invoice.number(),
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.shipmentNumber(),
                invoice.buyerCode(),
                invoice.buyerName(),
                invoice.buyerGstin(),
                invoice.sellerGstin(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.currency(),
                invoice.exchangeRate(),
                tax.placeOfSupplyCode(),
                tax.placeOfSupplyName(),
                tax.nature(),
                tax.endorsement(),
                tax.reason(),
                tax.reasons(),
                IntStream.range(0, invoice.lines().size())
                        .mapToObj(index ->
                                line(invoice.lines().get(index), tax.lines().get(index)))
                        .toList(),
                tax.summary(),
                Totals.of(tax),
                Totals.of(invoice.taxInRupees()),
                invoice.documentId(),
                invoice.paper(),
                invoice.supplyType(),
                invoice.reverseCharge(),
                invoice.placeOverride() == null
                        ? null
                        : new PlaceChosen(
                                invoice.placeOverride().why(),
                                invoice.placeOverride().by()),
                invoice.shipmentNumbers(),
                invoice.cancelled());
    }

    private static Line line(TaxInvoice.Line line, TaxComputation.Line tax) {
        return new Line(
                line.lineNo(),
                line.orderLineNo(),
                line.sku(),
                line.description(),
                line.batches(),
                line.hsn(),
                line.quantity().plain(),
                line.quantity().unit(),
                line.unitPrice().amount(),
                line.net().toDocumentScale(),
                tax.rate(),
                tax.cgst(),
                tax.sgst(),
                tax.igst());
    }
}
