package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/** What an invoice still has to bring in. */
public record OpenItem(
        String invoiceNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money paid) {

    public Money open() {
        return amount.minus(paid);
    }
}
