package io.tradeflow.invoicing;

import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.RegistrationPrint;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** GST tax invoices and bills of supply, one of each standing per shipment, numbered without gaps by branch and financial year. */
@Service
public class TaxInvoices {

    private static final int ONLY_REVISION = 1;

    private final InvoiceBook book;
    private final InvoiceContents contents;
    private final PlacesOfDispatch places;
    private final ShipmentBilling billing;
    private final DocumentSeries series;
    private final Documents documents;
    private final InvoiceMail mail;
    private final InvoicedCredit credit;
    private final ObjectProvider<EInvoicingDuty> duty;
    private final ApplicationEventPublisher events;

    TaxInvoices(
            InvoiceBook book,
            InvoiceContents contents,
            PlacesOfDispatch places,
            ShipmentBilling billing,
            DocumentSeries series,
            Documents documents,
            InvoiceMail mail,
            InvoicedCredit credit,
            ObjectProvider<EInvoicingDuty> duty,
            ApplicationEventPublisher events) {
        this.book = book;
        this.contents = contents;
        this.places = places;
        this.billing = billing;
        this.series = series;
        this.documents = documents;
        this.mail = mail;
        this.credit = credit;
        this.duty = duty;
        this.events = events;
    }

    /**
     * Issues the papers of a packed shipment, with all of its order that left on challans and waits; of an order delivered in lots, the papers
     * of the whole order: tax, number (last, from a locked counter), snapshot. Each once per shipment: repeating gives
     * the same. Where the invoice was cancelled, its goods get another one. Publishes {@link InvoiceIssued} for each.
     *
     * @return the tax invoice; the bill of supply where there is nothing else
     * @throws RatesMissing {@code tax-rate-missing}, {@code exchange-rate-missing}
     * @throws TaxRefused {@code tax-not-right} with a violation for each finding, or why the tax cannot be decided
     * @throws Problem {@code shipment-not-packed}, {@code nothing-to-invoice}, {@code more-than-ordered},
     *     {@code invoice-date-before-series}
     */
    // nothing is written yet, and the process goes another way
    @Transactional(noRollbackFor = {RatesMissing.class, TaxRefused.class})
    public TaxInvoice issue(String shipmentNumber) {
        Shipment shipment = contents.shipment(shipmentNumber);
        book.lockOrder(shipment.orderNumber());
        List<TaxInvoice> standing = book.ofShipment(shipmentNumber);
        if (!standing.isEmpty() && !book.toBillAgain(shipment.orderNumber()).contains(shipmentNumber)) {
            return standing.get(0);
        }
        return contents(shipment, standing).stream().map(this::issue).toList().get(0);
    }

    /** The shipment with the goods only that no paper of it has billed. */
    private static Shipment unbilled(Shipment shipment, List<TaxInvoice> standing) {
        return new Shipment(
                shipment.number(),
                shipment.dealNumber(),
                shipment.orderNumber(),
                shipment.buyerCode(),
                shipment.buyerName(),
                shipment.warehouseCode(),
                shipment.branchCode(),
                shipment.status(),
                shipment.packages(),
                shipment.grossWeightKg(),
                shipment.packingNote(),
                shipment.lines().stream()
                        .filter(line -> standing.stream()
                                .flatMap(invoice -> invoice.lines().stream())
                                .noneMatch(billed -> billed.orderLineNo() == line.orderLineNo()))
                        .toList());
    }

    /**
     * The invoice was cancelled with its registration: it bills nothing any more, and its goods are owed to the buyer's account as ordered again.
     * Publishes {@link InvoiceCancelled}. May be repeated.
     *
     * @throws Problem {@code invoice-has-credit-notes}; not-found
     */
    @Transactional
    public void cancel(Actor by, String invoiceNumber) {
        TaxInvoice invoice = invoice(invoiceNumber);
        book.lockOrder(invoice.orderNumber());
        if (book.cancel(invoiceNumber, by.name())) {
            credit.cancelled(invoice);
            events.publishEvent(new InvoiceCancelled(
                    invoiceNumber, invoice.dealNumber(), invoice.buyerName(), invoice.shipmentNumbers()));
        }
    }

    /** Whether goods of a shipment have to be billed because their invoice was cancelled. */
    @Transactional(readOnly = true)
    public boolean isToBillAgain(String shipmentNumber) {
        Shipment shipment = contents.shipment(shipmentNumber);
        return isBillable(shipment) && book.toBillAgain(shipment.orderNumber()).contains(shipmentNumber);
    }

    /** As {@link #isToBillAgain}, of any shipment of the order. */
    @Transactional(readOnly = true)
    public boolean hasToBillAgain(String orderNumber) {
        return book.toBillAgain(orderNumber).stream().map(contents::shipment).anyMatch(TaxInvoices::isBillable);
    }

    private static boolean isBillable(Shipment shipment) {
        return shipment.status() != Shipment.Status.CANCELLED;
    }

    private TaxInvoice issue(InvoiceContent content) {
        InvoiceSeries papers = InvoiceSeries.of(content.paper());
        String ofBranch = content.branch().invoiceSeries();
        long serial = series.next(papers.documentType(), content.branch().gstin(), ofBranch, content.issuedOn());
        String number = papers.number(ofBranch, FinancialYear.of(content.issuedOn()), serial);
        FrozenDocument frozen = documents.freeze(
                papers.kind(),
                number,
                ONLY_REVISION,
                content.order().dealNumber(),
                content.order().buyerCode(),
                InvoicePaper.of(
                        number,
                        content,
                        duty.stream().anyMatch(known -> known.appliesOn(content.issuedOn())),
                        places.of(content.shipments(), content.lines(), content.branch())
                                .orElse(null)));
        TaxInvoice invoice = content.invoice(number, frozen.id());
        book.add(invoice, serial, ofBranch);
        credit.invoiced(content.order(), invoice);
        tell(invoice, content.order().payment());
        return invoice;
    }

    /**
     * What is left to bill of the shipment.
     *
     * @throws TaxRefused also where it would go on a second paper of a kind that stands, which cannot be told from issuing it twice
     */
    private List<InvoiceContent> contents(Shipment shipment, List<TaxInvoice> standing) {
        List<InvoiceContent> contents = contents(unbilled(shipment, standing));
        for (InvoiceContent content : contents) {
            standing.stream()
                    .filter(stands -> stands.paper() == content.paper())
                    .findFirst()
                    .ifPresent(stands -> {
                        throw TaxRefused.becauseItStands(
                                InvoiceSeries.of(stands.paper()).kind().title(), stands.number(), content.lines());
                    });
        }
        return contents;
    }

    private List<InvoiceContent> contents(Shipment shipment) {
        String order = shipment.orderNumber();
        Optional<ShipmentBilling.Row> scheduled = billing.of(shipment.number());
        if (scheduled.filter(row -> row.schedule() == InvoiceSchedule.LOTS).isPresent()) {
            return contents.ofOrder(shipment, book.invoiced(order), book.invoicedTotal(order));
        }
        return contents.of(
                scheduled.isEmpty() ? List.of(shipment) : together(shipment),
                book.invoiced(order),
                book.invoicedTotal(order));
    }

    /** The shipment with all of its order that left on challans and waits for an invoice. */
    private List<Shipment> together(Shipment shipment) {
        return Stream.concat(
                        billing.waiting(shipment.orderNumber()).stream()
                                .map(ShipmentBilling.Row::shipmentNumber)
                                .filter(number -> !number.equals(shipment.number()))
                                .map(contents::shipment)
                                .filter(other -> other.branchCode().equals(shipment.branchCode())),
                        Stream.of(shipment))
                .sorted(Comparator.comparing(Shipment::number))
                .toList();
    }

    /**
     * Whether the shipment could be invoiced today.
     *
     * @throws RatesMissing {@code tax-rate-missing} with a violation per line, {@code exchange-rate-missing}
     * @throws TaxRefused as {@link #issue}
     */
    @Transactional(readOnly = true)
    public void checkTax(String shipmentNumber) {
        Shipment shipment = contents.shipment(shipmentNumber);
        List<TaxInvoice> standing = book.ofShipment(shipmentNumber);
        if (standing.isEmpty() || isToBillAgain(shipmentNumber)) {
            contents(shipment, standing);
        }
    }

    /** The invoice with what else was issued for the same goods; a cancelled one by itself. */
    private List<TaxInvoice> papers(String invoiceNumber) {
        TaxInvoice invoice = invoice(invoiceNumber);
        return invoice.cancelled()
                ? List.of(invoice)
                : book.ofShipment(invoice.shipmentNumbers().get(0));
    }

    /**
     * The invoice prints its registration with the portal from now on: its document is frozen again with it. May be repeated.
     *
     * @return id of that document
     */
    @Transactional
    public long printRegistration(String invoiceNumber, RegistrationPrint registration) {
        return documents
                .freezeWith(
                        InvoiceSeries.of(invoice(invoiceNumber).paper()).kind(),
                        invoiceNumber,
                        "registration",
                        registration)
                .id();
    }

    /** Renders the PDF, and that of a bill of supply beside it. May be repeated. */
    @Transactional
    public void render(String invoiceNumber) {
        papers(invoiceNumber).forEach(paper -> documents.render(paper.documentId()));
    }

    /** Queues a mail with each PDF; a cancelled invoice is mailed to nobody. May be repeated. */
    @Transactional
    public void send(String invoiceNumber) {
        papers(invoiceNumber).stream().filter(paper -> !paper.cancelled()).forEach(mail::queue);
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

    /** The deal's invoices that are not cancelled, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxInvoice> standingOfDeal(String dealNumber) {
        return book.ofDeal(dealNumber).stream()
                .filter(invoice -> !invoice.cancelled())
                .toList();
    }

    /** The deal's invoices this actor may see, cancelled ones too, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxInvoice> ofDeal(Actor by, String dealNumber) {
        return book.ofDeal(dealNumber).stream()
                .filter(invoice -> maySee(by, invoice))
                .toList();
    }

    private void tell(TaxInvoice invoice, PaymentTerms payment) {
        PaymentTerms.EarlyDiscount early = payment.discount();
        events.publishEvent(new InvoiceIssued(
                invoice.number(),
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.buyerCode(),
                invoice.buyerName(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.grandTotal(),
                payment.schedule(invoice.issuedOn(), invoice.grandTotal()),
                early == null
                        ? null
                        : new InvoiceIssued.EarlyPayment(early.percent(), early.until(invoice.issuedOn()))));
        events.publishEvent(DealProgress.noted(
                invoice.dealNumber(),
                InvoiceSeries.of(invoice.paper()).kind().title() + " " + invoice.number() + " issued for shipment "
                        + String.join(", ", invoice.shipmentNumbers()),
                invoice.number(),
                Actor.PROGRAM));
    }

    private static boolean maySee(Actor by, TaxInvoice invoice) {
        return !(by instanceof Actor.BuyerUser buyer) || buyer.buyerCode().equals(invoice.buyerCode());
    }
}
