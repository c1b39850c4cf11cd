package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.TaxComputation;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a revised invoice but its number.
 *
 * @param left what notes have left of the original
 * @param content as a tax invoice of today would have it, with the tax of the day of the original
 */
record RevisedContent(TaxInvoice original, LeftOfBill left, InvoiceContent content) {

    /** As it stands before it is issued. */
    RevisedInvoice draft() {
        TaxComputation tax = content.tax();
        String currency = original.currency();
        return new RevisedInvoice(
                null,
                original.number(),
                original.issuedOn(),
                original.dealNumber(),
                original.orderNumber(),
                original.buyerCode(),
                original.buyerName(),
                original.buyerGstin(),
                original.branchCode(),
                original.sellerGstin(),
                content.issuedOn(),
                content.dueOn(),
                tax.placeOfSupplyCode(),
                tax.interState(),
                tax.nature(),
                content.decision().supplyType().orElse(null),
                tax.reverseCharge(),
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.roundOff(),
                Money.of(tax.grandTotal(), currency),
                left.total(),
                0,
                lines(tax));
    }

    private List<RevisedInvoice.Line> lines(TaxComputation tax) {
        List<RevisedInvoice.Line> lines = new ArrayList<>();
        for (int at = 0; at < content.lines().size(); at++) {
            TaxInvoice.Line line = content.lines().get(at);
            TaxComputation.Line taxed = tax.lines().get(at);
            lines.add(new RevisedInvoice.Line(
                    line.lineNo(),
                    line.sku(),
                    line.description(),
                    line.hsn(),
                    line.quantity(),
                    taxed.treatment().name(),
                    taxed.taxableValue(),
                    taxed.rate(),
                    taxed.cgst(),
                    taxed.sgst(),
                    taxed.igst()));
        }
        return lines;
    }
}
