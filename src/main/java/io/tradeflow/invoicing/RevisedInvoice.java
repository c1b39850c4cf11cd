package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.SupplyNature;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A revised invoice against one bill of supply, in INR; fixed for good once it is issued. Of a bill that notes have changed before, it is over what they
 * left.
 *
 * @param number null for a preview
 * @param supplyType as it is reported; null for consumers
 * @param reverseCharge whether the recipient owes the tax, which then is in no total
 * @param billed what the original and the notes over it asked for
 * @param documentId 0 for a preview
 */
public record RevisedInvoice(
        String number,
        String invoiceNumber,
        LocalDate invoiceIssuedOn,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String branchCode,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        String placeOfSupplyCode,
        boolean interState,
        String nature,
        SupplyType supplyType,
        boolean reverseCharge,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal roundOff,
        Money grandTotal,
        Money billed,
        long documentId,
        List<Line> lines) {

    public RevisedInvoice {
        lines = List.copyOf(lines);
    }

    /** A line of the original with its tax; {@code rate} is the full rate in percent. */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            Quantity quantity,
            String treatment,
            BigDecimal taxableValue,
            BigDecimal rate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {

        private TaxComputation.Line taxed() {
            return new TaxComputation.Line(
                    lineNo, hsn, TaxTreatment.valueOf(treatment), taxableValue, rate, cgst, sgst, igst);
        }

        /** The line of the bill with what notes have left of it. */
        private TaxInvoice.Line of(TaxInvoice bill) {
            TaxInvoice.Line line = bill.lines().stream()
                    .filter(one -> one.lineNo() == lineNo)
                    .findFirst()
                    .orElseThrow();
            return line.left(quantity, taxableValue);
        }

        public BigDecimal tax() {
            return cgst.add(sgst).add(igst);
        }
    }

    public BigDecimal tax() {
        return cgst.add(sgst).add(igst);
    }

    /** What is owed besides what was billed. */
    public Money addition() {
        return grandTotal.minus(billed);
    }

    /** The bill as it stands now: with these lines and this tax. */
    TaxInvoice over(TaxInvoice bill) {
        TaxComputation tax = computation();
        return new TaxInvoice(
                bill.number(),
                bill.dealNumber(),
                bill.orderNumber(),
                bill.shipmentNumber(),
                bill.buyerCode(),
                bill.buyerName(),
                bill.buyerGstin(),
                bill.branchCode(),
                bill.sellerGstin(),
                bill.issuedOn(),
                bill.dueOn(),
                bill.currency(),
                bill.exchangeRate(),
                tax,
                tax,
                grandTotal,
                lines.stream().map(line -> line.of(bill)).toList(),
                documentId,
                TaxPaper.TAX_INVOICE,
                supplyType,
                bill.placeOverride(),
                bill.shipmentNumbers(),
                bill.cancelled(),
                new TaxInvoice.Revision(number, issuedOn));
    }

    private TaxComputation computation() {
        Reason why = new Reason(
                "revised-invoice",
                "place of supply, heads and rates are those of revised invoice " + number,
                "CGST Act s. 31(3)(a)");
        return NoteReader.computation(
                placeOfSupplyCode,
                interState,
                nature,
                SupplyNature.labelled(nature).map(SupplyNature::endorsement).orElse(null),
                why.toString(),
                reverseCharge,
                List.of(why),
                lines.stream().map(Line::taxed).toList(),
                roundOff);
    }

    /** The same under its number. */
    RevisedInvoice issued(String given, long document) {
        return new RevisedInvoice(
                given,
                invoiceNumber,
                invoiceIssuedOn,
                dealNumber,
                orderNumber,
                buyerCode,
                buyerName,
                buyerGstin,
                branchCode,
                sellerGstin,
                issuedOn,
                dueOn,
                placeOfSupplyCode,
                interState,
                nature,
                supplyType,
                reverseCharge,
                taxableValue,
                cgst,
                sgst,
                igst,
                roundOff,
                grandTotal,
                billed,
                document,
                lines);
    }
}
