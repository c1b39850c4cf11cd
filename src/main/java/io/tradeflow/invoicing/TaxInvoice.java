package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.TaxComputation;
import java.time.LocalDate;
import java.util.List;

/** An issued tax invoice: fixed for good. */
public record TaxInvoice(
        String number,
        String dealNumber,
        String orderNumber,
        String shipmentNumber,
        String buyerCode,
        String buyerName,
        String branchCode,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        TaxComputation tax,
        Money grandTotal,
        List<Line> lines,
        long documentId) {

    public record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String hsn,
            io.tradeflow.kernel.Quantity quantity,
            Money unitPrice,
            Money net) {}
}
