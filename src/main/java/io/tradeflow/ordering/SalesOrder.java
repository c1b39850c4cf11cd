package io.tradeflow.ordering;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A confirmed order: the accepted quote revision, unchanged. What is allocated, shipped and invoiced is known by the rooms that do it.
 *
 * @param advance part of the grand total due before fulfilment, zero if none
 */
public record SalesOrder(
        String number,
        String dealNumber,
        String quoteNumber,
        int quoteRevision,
        String buyerCode,
        String buyerName,
        Status status,
        String poNumber,
        LocalDate poDate,
        LocalDate orderedOn,
        String currency,
        String segment,
        String branchCode,
        Address billTo,
        Address shipTo,
        LocalDate neededBy,
        String terms,
        Percentage advancePercent,
        int creditDays,
        List<Line> lines,
        Money netTotal,
        Money tax,
        Money grandTotal,
        Money advance) {

    public enum Status {
        CONFIRMED,
        COMPLETED,
        CANCELLED
    }

    /** {@code shortClosed} is what will not be delivered any more. */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            Quantity ordered,
            BigDecimal shortClosed,
            Money unitPrice,
            Money net,
            BigDecimal taxRate) {

        /** What is to be delivered all in all. */
        public BigDecimal toDeliver() {
            return ordered.value().subtract(shortClosed);
        }
    }
}
