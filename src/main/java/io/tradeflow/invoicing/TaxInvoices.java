package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.RegistrationPrint;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** GST tax invoices, one per shipment, numbered without gaps by branch and financial year. */
@Service
public class TaxInvoices {

    private static final int ONLY_REVISION = 1;

    private final InvoiceBook book;
    private final InvoiceContents contents;
    private final DocumentSeries series;
    private final Documents documents;
    private final InvoiceMail mail;
    private final InvoicedCredit credit;
    private final ApplicationEventPublisher events;

    TaxInvoices(
            InvoiceBook book,
            InvoiceContents contents,
            DocumentSeries series,
            Documents documents,
            InvoiceMail mail,
            InvoicedCredit credit,
            ApplicationEventPublisher events) {
        this.book = book;
        this.contents = contents;
        this.series = series;
        this.documents = documents;
        this.mail = mail;
        this.credit = credit;
        this.events = events;
    }

    /**
     * Issues the invoice of a packed shipment: tax, number (last, from a locked counter), snapshot. One per shipment: repeating gives
     * the same one. Publishes {@link InvoiceIssued}.
     *
     * @throws RatesMissing {@code tax-rate-missing}, {@code exchange-rate-missing}
     * @throws Problem {@code shipment-not-packed}, {@code nothing-to-invoice}, {@code more-than-ordered},
     *     {@code invoice-date-before-series}
     */
    @Transactional(noRollbackFor = RatesMissing.class) // nothing is written yet, and the process goes another way
    public TaxInvoice issue(String shipmentNumber) {
        Shipment shipment = contents.shipment(shipmentNumber);
        book.lockOrder(shipment.orderNumber());
        Optional<TaxInvoice> issued = book.ofShipment(shipmentNumber);
        if (issued.isPresent()) {
            return issued.get();
        }
        InvoiceContent content = content(shipment);
        long serial = series.next(content.branch().gstin(), content.branch().invoiceSeries(), content.issuedOn());
        String number = DocumentNumber.of(
                        content.branch().invoiceSeries(), FinancialYear.of(content.issuedOn()), serial)
                .value();
        FrozenDocument frozen = documents.freeze(
                DocumentKind.TAX_INVOICE,
                number,
                ONLY_REVISION,
                content.order().dealNumber(),
                content.order().buyerCode(),
                InvoicePaper.of(number, content));
        TaxInvoice invoice = content.invoice(number, frozen.id());
        book.add(invoice, serial, content.branch().invoiceSeries());
        credit.invoiced(content.order(), invoice);
        tell(invoice);
        return invoice;
    }

    private InvoiceContent content(Shipment shipment) {
        String order = shipment.orderNumber();
        return contents.of(shipment, book.invoiced(order), book.invoicedTotal(order));
    }

    /**
     * Whether the shipment could be invoiced today.
     *
     * @throws RatesMissing {@code tax-rate-missing} with a violation per line, {@code exchange-rate-missing}
     */
    @Transactional(readOnly = true)
    public void checkRates(String shipmentNumber) {
        Shipment shipment = contents.shipment(shipmentNumber);
        if (book.ofShipment(shipmentNumber).isEmpty()) {
            content(shipment);
        }
    }

    /** Renders the PDF. May be repeated. */
    @Transactional
    public void render(String invoiceNumber) {
        documents.render(invoice(invoiceNumber).documentId());
    }

    /**
     * The invoice prints its registration with the portal from now on: its document is frozen again with it. May be repeated.
     *
     * @return id of that document
     */
    @Transactional
    public long printRegistration(String invoiceNumber, RegistrationPrint registration) {
        return documents
                .freezeWith(DocumentKind.TAX_INVOICE, invoiceNumber, "registration", registration)
                .id();
    }

    /** Queues the mail with the PDF. May be repeated. */
    @Transactional
    public void send(String invoiceNumber) {
        mail.queue(invoice(invoiceNumber));
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxInvoice invoice(String number) {
        return book.find(number).orElseThrow(() -> Problem.notFound("invoice", number));
    }

    /** As this actor may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxInvoice invoice(Actor by, String number) {
        return book.find(number)
                .filter(invoice -> maySee(by, invoice))
                .orElseThrow(() -> Problem.notFound("invoice", number));
    }

    /** The deal's invoices this actor may see, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxInvoice> ofDeal(Actor by, String dealNumber) {
        return book.ofDeal(dealNumber).stream()
                .filter(invoice -> maySee(by, invoice))
                .toList();
    }

    private void tell(TaxInvoice invoice) {
        events.publishEvent(new InvoiceIssued(
                invoice.number(),
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.buyerCode(),
                invoice.buyerName(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.grandTotal()));
        events.publishEvent(DealProgress.noted(
                invoice.dealNumber(),
                "Tax invoice " + invoice.number() + " issued for shipment " + invoice.shipmentNumber(),
                invoice.number(),
                Actor.PROGRAM));
    }

    private static boolean maySee(Actor by, TaxInvoice invoice) {
        return !(by instanceof Actor.BuyerUser buyer) || buyer.buyerCode().equals(invoice.buyerCode());
    }
}
