package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.SupplyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A revised invoice against one bill of supply, in INR; fixed for good once it is issued.
 *
 * @param number null for a preview
 * @param supplyType as it is reported; null for consumers
 * @param reverseCharge whether the recipient owes the tax, which then is in no total
 * @param billed grand total of the original
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
