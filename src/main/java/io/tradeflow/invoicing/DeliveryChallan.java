package io.tradeflow.invoicing;

import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An issued delivery challan: fixed for good. Amounts are in INR with two decimals.
 *
 * @param placeOfSupplyCode state code, 96 outside India
 */
public record DeliveryChallan(
        String number,
        String shipmentNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String branchCode,
        String sellerGstin,
        ChallanPurpose purpose,
        LocalDate issuedOn,
        String placeOfSupplyCode,
        boolean interState,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        List<Line> lines,
        long documentId) {

    public DeliveryChallan {
        lines = List.copyOf(lines);
    }

    /** Goods of one order line; {@code tax} has the rate zero where the movement is no supply. */
    public record Line(
            int lineNo, int orderLineNo, String sku, String description, Quantity quantity, TaxComputation.Line tax) {}

    /** Value of the goods with the tax the challan names. */
    public BigDecimal total() {
        return taxableValue.add(cgst).add(sgst).add(igst);
    }
}
