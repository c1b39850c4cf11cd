package io.tradeflow.payment;

import io.tradeflow.einvoice.PaidBefore;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Money;
import org.springframework.stereotype.Component;

/** Tells the e-invoice what of its invoice is paid already. */
@Component
class MoneyOnInvoices implements PaidBefore {

    private final PaymentBook book;
    private final TaxInvoices invoices;

    MoneyOnInvoices(PaymentBook book, TaxInvoices invoices) {
        this.book = book;
        this.invoices = invoices;
    }

    @Override
    public Money of(String invoiceNumber) {
        return book.openItem(invoiceNumber)
                .map(OpenItem::paid)
                .orElseGet(() -> Money.zero(invoices.invoice(invoiceNumber).currency()));
    }
}
