package io.tradeflow.einvoice;

import io.tradeflow.kernel.Money;

/** What was paid for an invoice before it is registered, such as its part of an advance; known to a room after this one. */
public interface PaidBefore {

    /** In the invoice's currency; zero where nothing was. */
    Money of(String invoiceNumber);
}
