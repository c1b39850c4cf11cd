package io.tradeflow.einvoice;

import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a registration, all of it, while the portal allows it; afterwards only a credit note helps. */
@Service
public class EInvoiceCancellations {

    private static final int LONGEST_REMARK = 100;
    private static final int LONGEST_PROOF = 200;
    private static final int OTHERS = 4;

    private final EInvoiceTable table;
    private final EInvoiceDuties duties;
    private final EInvoiceDocuments documents;
    private final EwayBills ewayBills;
    private final PortalCancellation portal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EInvoiceCancellations(
            EInvoiceTable table,
            EInvoiceDuties duties,
            EInvoiceDocuments documents,
            EwayBills ewayBills,
            PortalCancellation portal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.duties = duties;
        this.documents = documents;
        this.ewayBills = ewayBills;
        this.portal = portal;
        this.events = events;
        this.clock = clock;
    }

    /** Until when the registration can be cancelled; null where it is none. */
    public Instant until(EInvoice registered) {
        return registered.acknowledgement() == null
                ? null
                : registered.acknowledgement().at().plus(window(registered));
    }

    private Duration window(EInvoice registered) {
        return duties.on(registered.issuedOn())
                .map(duty -> Duration.ofHours(duty.cancelWithinHours()))
                .orElse(Duration.ZERO);
    }

    /** As {@link #cancel(Actor, String, CancellationAsked)}, now. */
    @Transactional
    public EInvoice cancel(Actor by, String irn, int code, String remark) {
        return cancel(by, irn, CancellationAsked.now(code, remark));
    }

    /**
     * Cancels the registration: over HTTP at the portal first; by hand a person has done it there and says so here. What the portal cancelled in time
     * is recorded later too, where that is proven: over HTTP by the portal, by hand by what the person names. The document's number is never used
     * again. Publishes {@link EInvoiceCancelled}.
     *
     * @throws Problem {@code e-invoices-by-finance}, not-found, {@code e-invoice-not-registered}, {@code e-invoice-cancelled},
     *     {@code e-invoice-cancellation-over}, {@code eway-bill-active}, {@code credit-note-stays}, {@code invoice-has-credit-notes}, {@code invalid-cancellation} per field,
     *     {@code irp-refused}, {@code irp-unavailable}
     */
    @Transactional
    public EInvoice cancel(Actor by, String irn, CancellationAsked asked) {
        EInvoices.requireKeeper(by);
        EInvoice ours = table.lock(irn).orElseThrow(() -> Problem.notFound("e-invoice", irn));
        check(ours, asked);
        EInvoiceDocuments.Issued issued = documents.of(ours.documentType(), ours.documentNumber());
        requireNoEwayBill(ours, issued);
        requireNothingTaken(ours);
        Instant at = portal.isByHand()
                ? asked.atPortal() == null ? clock.instant() : asked.atPortal()
                : portal.cancel(ours, asked, until(ours), by);
        table.cancel(irn, asked, at, by.name());
        documents.cancel(by, ours.documentType(), ours.documentNumber());
        EInvoice cancelled = table.find(irn).orElseThrow();
        documents.print(cancelled);
        events.publishEvent(new EInvoiceCancelled(
                ours.documentType(),
                ours.documentNumber(),
                ours.dealNumber(),
                issued.orderNumber(),
                ours.buyerCode(),
                issued.grandTotal(),
                cancelled.cancellation().at()));
        events.publishEvent(DealProgress.noted(
                ours.dealNumber(),
                "Tax document " + ours.documentNumber() + " is cancelled with its e-invoice",
                ours.documentNumber(),
                by));
        return cancelled;
    }

    private void check(EInvoice ours, CancellationAsked asked) {
        if (ours.state() == EInvoice.State.CANCELLED) {
            throw Problem.conflict(
                    "e-invoice-cancelled", "Cancelled already", ours.documentNumber() + " is cancelled already");
        }
        if (!ours.isRegistered()) {
            throw Problem.conflict(
                    "e-invoice-not-registered",
                    "Not registered",
                    ours.documentNumber() + " is not registered, so there is nothing to cancel");
        }
        boolean inTime = !clock.instant().isAfter(until(ours));
        List<Violation> wrong = new ArrayList<>();
        if (asked.code() < 1 || asked.code() > OTHERS) {
            wrong.add(new Violation("code", "1 duplicate, 2 data entry mistake, 3 order cancelled or 4 others"));
        }
        if (asked.code() == OTHERS && asked.remark() == null) {
            wrong.add(new Violation("remark", "For any other reason say which"));
        }
        if (asked.remark() != null && asked.remark().length() > LONGEST_REMARK) {
            wrong.add(new Violation("remark", "At most " + LONGEST_REMARK + " characters"));
        }
        if (asked.atPortal() != null) {
            checkMoment(ours, asked.atPortal(), wrong);
        }
        if (asked.proof() != null && asked.proof().length() > LONGEST_PROOF) {
            wrong.add(new Violation("proof", "At most " + LONGEST_PROOF + " characters"));
        }
        if (asked.proof() != null && asked.atPortal() == null) {
            wrong.add(new Violation("cancelledAt", "Say when it was cancelled on the portal"));
        }
        boolean told = asked.atPortal() != null;
        if (!inTime && told && asked.proof() == null && portal.isByHand()) {
            wrong.add(new Violation(
                    "proof", "Its time to cancel is over: say what proves that the portal cancelled it in time"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-cancellation", "The cancellation is not valid", wrong);
        }
        if (!inTime && !told && portal.lostQuestion(ours, until(ours)).isEmpty()) {
            throw Problem.conflict(
                    "e-invoice-cancellation-over",
                    "Too late to cancel",
                    "A registration can be cancelled within " + window(ours).toHours()
                            + " hours of its acknowledgement; issue a credit note for " + ours.documentNumber()
                            + ". If the portal cancelled it in time, say when");
        }
    }

    private void checkMoment(EInvoice ours, Instant atPortal, List<Violation> wrong) {
        if (atPortal.isBefore(ours.acknowledgement().at())) {
            wrong.add(new Violation("cancelledAt", "It was registered after that"));
        } else if (atPortal.isAfter(until(ours))) {
            wrong.add(new Violation(
                    "cancelledAt",
                    "The portal cancels only within " + window(ours).toHours()
                            + " hours of the acknowledgement; issue a credit note for " + ours.documentNumber()));
        } else if (atPortal.isAfter(clock.instant())) {
            wrong.add(new Violation("cancelledAt", "This is in the future"));
        }
    }

    /** One over the document itself; what left on challans left by theirs. */
    private void requireNoEwayBill(EInvoice ours, EInvoiceDocuments.Issued issued) {
        for (String shipment : issued.shipmentNumbers()) {
            ewayBills
                    .ofShipment(shipment)
                    .filter(bill -> bill.number() != null
                            && bill.cancelledAt() == null
                            && ours.documentNumber().equals(bill.documentNumber()))
                    .ifPresent(bill -> {
                        throw Problem.conflict(
                                "eway-bill-active",
                                "An e-way bill is active",
                                "Cancel e-way bill " + bill.number() + " of shipment " + shipment
                                        + " first; goods that are under way are corrected by a credit note");
                    });
        }
    }

    /** What a credit note took from its invoice was taken over by accounts, returns and tax credit; only a document of its own takes it back. */
    private void requireNothingTaken(EInvoice ours) {
        if (EInvoice.CREDIT_NOTE.equals(ours.documentType())) {
            throw Problem.conflict(
                    "credit-note-stays",
                    "A credit note is not cancelled",
                    ours.documentNumber() + " has taken from its invoice already; charge it again by a debit note");
        }
        documents.creditNote(ours.documentNumber()).ifPresent(note -> {
            throw Problem.conflict(
                    "invoice-has-credit-notes",
                    "The invoice has credit notes",
                    "Credit note " + note + " has taken from " + ours.documentNumber()
                            + " already; credit the rest of it too, the invoice is not cancelled any more");
        });
    }
}
