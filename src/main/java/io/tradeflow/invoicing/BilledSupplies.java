package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invoices as what follows them has to see them: a bill of supply that was revised says what its revised invoice says, as both are one supply and
 * CGST Act s. 34 speaks of the tax invoice.
 */
@Service
public class BilledSupplies {

    private final InvoiceBook invoices;
    private final RevisedBook revisions;

    BilledSupplies(InvoiceBook invoices, RevisedBook revisions) {
        this.invoices = invoices;
        this.revisions = revisions;
    }

    /** By the number of the invoice or bill; empty where there is none, or it is cancelled. */
    @Transactional(readOnly = true)
    public Optional<TaxInvoice> standing(String invoiceNumber) {
        return invoices.find(invoiceNumber)
                .filter(invoice -> !invoice.cancelled())
                .map(this::revised);
    }

    /** As {@link #standing}, cancelled ones too. @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxInvoice supply(String invoiceNumber) {
        return invoices.find(invoiceNumber)
                .map(this::revised)
                .orElseThrow(() -> Problem.notFound("invoice", invoiceNumber));
    }

    /** The invoice or bill as it was issued, whatever notes and a revised invoice have changed since. @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxInvoice asIssued(String invoiceNumber) {
        return invoices.find(invoiceNumber).orElseThrow(() -> Problem.notFound("invoice", invoiceNumber));
    }

    /** Those of the deal that are not cancelled, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxInvoice> ofDeal(String dealNumber) {
        return invoices.ofDeal(dealNumber).stream()
                .filter(invoice -> !invoice.cancelled())
                .map(this::revised)
                .toList();
    }

    private TaxInvoice revised(TaxInvoice invoice) {
        return revisions
                .ofInvoice(invoice.number())
                .map(revised -> revised.over(invoice))
                .orElse(invoice);
    }
}
