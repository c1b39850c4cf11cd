package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** GST tax invoices, one per shipment, numbered without gaps by branch and financial year. */
@Service
public class TaxInvoices {

    /**
     * Issues the invoice of a packed shipment: tax, number (last, from a locked counter), snapshot. One per shipment: repeating gives
     * the same one. Publishes {@link InvoiceIssued}.
     *
     * @throws io.tradeflow.kernel.Problem {@code tax-rate-missing}
     */
    public TaxInvoice issue(String shipmentNumber) {
        throw new UnsupportedOperationException();
    }

    /** Renders the PDF. May be repeated. */
    public void render(String invoiceNumber) {
        throw new UnsupportedOperationException();
    }

    /** Queues the mail with the PDF. May be repeated. */
    public void send(String invoiceNumber) {
        throw new UnsupportedOperationException();
    }

    public TaxInvoice invoice(String number) {
        throw new UnsupportedOperationException();
    }

    /** As this actor may see it. @throws io.tradeflow.kernel.Problem not-found */
    public TaxInvoice invoice(Actor by, String number) {
        throw new UnsupportedOperationException();
    }

    public List<TaxInvoice> ofDeal(Actor by, String dealNumber) {
        throw new UnsupportedOperationException();
    }
}
