package io.tradeflow.returns;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;

/**
 * What a credit note has to say of one line of an invoice. Amounts in {@code currency} with two decimals.
 *
 * @param creditNoteNumber null until it is credited
 * @param isNote whether the credit note was issued here; false where its number was entered by hand, as it was before
 */
public record CreditClaim(
        String returnNumber,
        String dealNumber,
        String buyerCode,
        String invoiceNumber,
        int invoiceLineNo,
        int orderLineNo,
        String sku,
        String description,
        Quantity quantity,
        String currency,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        String creditNoteNumber,
        boolean isNote) {

    public BigDecimal total() {
        return taxableValue.add(cgst).add(sgst).add(igst);
    }
}
