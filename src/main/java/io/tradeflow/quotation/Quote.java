package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One revision of a quote. Cost and margin are for staff only.
 *
 * @param contentHash hash over all the buyer and the approver agree on; approvals and acceptance are bound to it
 * @param validUntil last day the buyer can accept, seller's zone
 * @param listTotal what the lines would cost at list price
 * @param poNumber the buyer's, once accepted
 */
public record Quote(
        String number,
        int revision,
        String dealNumber,
        String buyerCode,
        String buyerName,
        QuoteStatus status,
        LocalDate quotedOn,
        LocalDate validUntil,
        String currency,
        String branchCode,
        Address billTo,
        Address shipTo,
        String placeOfSupply,
        String terms,
        List<Line> lines,
        Money listTotal,
        Money netTotal,
        Money tax,
        Money roundOff,
        Money grandTotal,
        Percentage discount,
        Percentage margin,
        String contentHash,
        String preparedBy,
        String poNumber,
        LocalDate poDate) {

    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            Quantity quantity,
            Money listPrice,
            Percentage discount,
            Money unitPrice,
            Money net,
            BigDecimal taxRate,
            Percentage margin,
            String priceReason) {}
}
