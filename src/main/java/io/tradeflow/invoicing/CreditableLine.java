package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import java.time.LocalDate;

/**
 * A line of an invoice and what credit notes have left of it.
 *
 * @param revisedBy the revised invoice that stands in place of the bill; null where there is none
 * @param value its taxable value as invoiced
 * @param leftQuantity the goods neither credit notes nor claims of returns have taken
 * @param leftValue the taxable value they have not taken
 */
public record CreditableLine(
        String invoiceNumber,
        String revisedBy,
        LocalDate issuedOn,
        int lineNo,
        String sku,
        String description,
        Quantity quantity,
        Money unitPrice,
        Money value,
        Quantity leftQuantity,
        Money leftValue) {

    /** The name of its fields on a form. */
    public String key() {
        return invoiceNumber + "." + lineNo;
    }
}
