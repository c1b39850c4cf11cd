package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteStatus;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proforma invoices for quotes and orders: they ask for money before the goods leave, and book nothing. */
@Service
@Transactional
public class ProformaInvoices {

    private static final Set<String> MAKERS = Set.of("sales-desk", "sales-managers", "finance");

    private final ProformaTable table;
    private final Quotations quotations;
    private final SalesOrders orders;
    private final Parties parties;
    private final Gst gst;
    private final Documents documents;
    private final ProformaMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProformaInvoices(
            ProformaTable table,
            Quotations quotations,
            SalesOrders orders,
            Parties parties,
            Gst gst,
            Documents documents,
            ProformaMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.quotations = quotations;
        this.orders = orders;
        this.parties = parties;
        this.gst = gst;
        this.documents = documents;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    public static boolean mayMake(Actor by) {
        return by instanceof Actor.Staff person && MAKERS.stream().anyMatch(person::isIn);
    }

    /** Whether there may be one for the quote now: the buyer has it and it still stands, or they have accepted it. */
    public boolean isFor(Quote quote) {
        return quote.status() == QuoteStatus.ACCEPTED || quote.isOpenOn(LocalDate.now(clock));
    }

    public static boolean isFor(SalesOrder order) {
        return order.status() == SalesOrder.Status.CONFIRMED;
    }

    /**
     * The proforma invoice of the quote as it stands. The same content gives the same paper again, other content the next revision of it.
     *
     * @throws Problem not-found, {@code proforma-makers-only}, {@code proforma-quote-not-open}, {@code tax-rate-missing}
     */
    public ProformaInvoice ofQuote(Actor by, String quoteNumber) {
        Quote quote = quotations.quote(by, quoteNumber);
        requireMaker(by);
        if (!isFor(quote)) {
            throw Problem.conflict(
                    "proforma-quote-not-open",
                    "No proforma invoice for this quote",
                    quoteNumber
                            + " is neither open to the buyer nor accepted; send it, or a new revision of it, first");
        }
        return made(by, ProformaSource.of(quote));
    }

    /**
     * As {@link #ofQuote}, for a confirmed order.
     *
     * @throws Problem not-found, {@code proforma-makers-only}, {@code proforma-order-not-open}, {@code tax-rate-missing}
     */
    public ProformaInvoice ofOrder(Actor by, String orderNumber) {
        orders.order(by, orderNumber);
        requireMaker(by);
        SalesOrder order = orders.order(orderNumber);
        if (!isFor(order)) {
            throw Problem.conflict(
                    "proforma-order-not-open",
                    "No proforma invoice for this order",
                    orderNumber + " is completed or cancelled; nothing is asked for in advance any more");
        }
        return made(by, ProformaSource.of(order));
    }

    private ProformaInvoice made(Actor by, ProformaSource source) {
        table.lock(source.madeFor(), source.number());
        LocalDate today = LocalDate.now(clock);
        Optional<ProformaInvoice> before = table.of(source.madeFor(), source.number());
        String number = before.map(ProformaInvoice::number).orElseGet(() -> table.nextNumber(today));
        LocalDate issuedOn = before.filter(proforma -> proforma.sourceRevision() == source.revision())
                .map(ProformaInvoice::issuedOn)
                .orElse(today);
        Buyer buyer = parties.buyer(source.buyerCode());
        Branch branch = parties.branch(source.branchCode());
        TaxComputation tax = tax(source, branch, buyer);
        FrozenDocument paper = documents.freezeCurrent(
                DocumentKind.PROFORMA_INVOICE,
                number,
                source.reference().dealNumber(),
                source.buyerCode(),
                ProformaPaper.of(number, issuedOn, source, tax, parties.seller(), branch, buyer));
        if (before.isPresent() && before.get().documentId() == paper.id()) {
            return before.get();
        }
        Money total = Money.of(tax.grandTotal(), source.currency());
        ProformaInvoice proforma = new ProformaInvoice(
                number,
                source.madeFor(),
                source.number(),
                source.revision(),
                source.reference().dealNumber(),
                source.buyerCode(),
                issuedOn,
                source.validUntil(),
                total,
                source.asked(total),
                paper.id(),
                paper.revision());
        table.keep(proforma, by);
        events.publishEvent(DealProgress.noted(
                proforma.dealNumber(),
                "Proforma invoice " + number + " made for " + source.madeFor().word() + " " + source.number(),
                number,
                by));
        return proforma;
    }

    private TaxComputation tax(ProformaSource source, Branch branch, Buyer buyer) {
        return gst.compute(Supply.of(
                source.taxedOn(),
                parties.seller(),
                branch,
                buyer,
                source.billTo(),
                source.shipTo(),
                source.currency(),
                source.lines().stream()
                        .map(line -> new Supply.Line(line.lineNo(), line.hsn(), line.taxable()))
                        .toList()));
    }

    /**
     * Queues the mail that brings it to the buyer; what it says now goes out once, however often it is asked for.
     *
     * @throws Problem not-found, {@code proforma-makers-only}
     */
    public ProformaInvoice mail(Actor by, String number) {
        ProformaInvoice proforma = proforma(by, number);
        requireMaker(by);
        mail.queue(proforma);
        return proforma;
    }

    /** As this actor may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public ProformaInvoice proforma(Actor by, String number) {
        return table.find(number)
                .filter(proforma -> !(by instanceof Actor.BuyerUser buyer)
                        || buyer.buyerCode().equals(proforma.buyerCode()))
                .orElseThrow(() -> Problem.notFound("proforma invoice", number));
    }

    /** The one made last for this quote or order, for staff. */
    @Transactional(readOnly = true)
    public Optional<ProformaInvoice> madeFor(ProformaInvoice.MadeFor madeFor, String sourceNumber) {
        return table.of(madeFor, sourceNumber);
    }

    private static void requireMaker(Actor by) {
        if (!mayMake(by)) {
            throw Problem.forbidden(
                    "proforma-makers-only", "Proforma invoices are made by the sales desk, sales managers and finance");
        }
    }
}
