package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An issued tax invoice: fixed for good.
 *
 * @param currency of the lines, of {@code tax} and of {@code grandTotal}
 * @param exchangeRate INR for one unit of the currency, 1 for INR
 * @param tax in the invoice's currency
 * @param documentId the document as it stands: of a registered invoice the one with its registration
 * @param taxInRupees what goes to the tax office; computed in INR on the converted value, the same as {@code tax} for INR
 */
public record TaxInvoice(
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
        TaxComputation tax,
        TaxComputation taxInRupees,
        Money grandTotal,
        List<Line> lines,
        long documentId) {

    public TaxInvoice {
        lines = List.copyOf(lines);
    }

    /**
     * What of an order line the shipment took along.
     *
     * @param batches the batches with expiry and quantity in words, null where the goods have none
     * @param unitPrice of the order
     * @param net rounded once on the order; the last invoice of an order line takes what is left of it
     * @param shares what the line bears here of the order's discount and charges
     */
    public record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String batches,
            String hsn,
            Quantity quantity,
            Money unitPrice,
            Money net,
            LineShares shares) {

        public Money taxableValue() {
            return new Money(shares.taxable(net.amount()), net.currency());
        }
    }

    /** What the lines bear together of the order's discount and charges. */
    public LineShares shares() {
        return lines.stream().map(Line::shares).reduce(LineShares.NONE, LineShares::plus);
    }
}
