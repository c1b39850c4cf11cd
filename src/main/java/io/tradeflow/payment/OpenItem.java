package io.tradeflow.payment;

import io.tradeflow.credit.Debt;
import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/** What an invoice or debit note still has to bring in; {@code invoiceNumber} is the debit note's own where it is one. */
public record OpenItem(
        String invoiceNumber,
        Kind kind,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Settled settled) {

    public enum Kind {
        INVOICE,
        DEBIT_NOTE
    }

    public Money open() {
        return amount.minus(settled.total());
    }

    public Money paid() {
        return settled.paid();
    }

    public String currency() {
        return amount.currency().getCurrencyCode();
    }

    Debt debt() {
        return new Debt(buyerCode, currency(), dealNumber, orderNumber);
    }
}
