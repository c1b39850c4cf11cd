package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
    private static final int OTHERS = 4;
    private static final String CANCELLED_ALREADY = "9999";

    private final EInvoiceTable table;
    private final EInvoiceDuties duties;
    private final EInvoiceDocuments documents;
    private final EwayBills ewayBills;
    private final Exchanges exchanges;
    private final Irp irp;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EInvoiceCancellations(
            EInvoiceTable table,
            EInvoiceDuties duties,
            EInvoiceDocuments documents,
            EwayBills ewayBills,
            Exchanges exchanges,
            Irp irp,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.duties = duties;
        this.documents = documents;
        this.ewayBills = ewayBills;
        this.exchanges = exchanges;
        this.irp = irp;
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

    /**
     * Cancels the registration: over HTTP at the portal first; by hand a person has done it there and says so here. The document's number is never
     * used again. Publishes {@link EInvoiceCancelled}.
     *
     * @param code 1 duplicate, 2 data entry mistake, 3 order cancelled, 4 others
     * @param remark needed for code 4
     * @throws Problem {@code e-invoices-by-finance}, not-found, {@code e-invoice-not-registered}, {@code e-invoice-cancelled},
     *     {@code e-invoice-cancellation-over}, {@code eway-bill-active}, {@code credit-note-stays}, {@code invoice-has-credit-notes}, {@code invalid-cancellation} per field,
     *     {@code irp-refused}, {@code irp-unavailable}
     */
    @Transactional
    public EInvoice cancel(Actor by, String irn, int code, String remark) {
        EInvoices.requireKeeper(by);
        EInvoice ours = table.lock(irn).orElseThrow(() -> Problem.notFound("e-invoice", irn));
        String said = remark == null || remark.isBlank() ? null : remark.strip();
        check(ours, code, said);
        EInvoiceDocuments.Issued issued = documents.of(ours.documentType(), ours.documentNumber());
        requireNoEwayBill(issued);
        requireNothingTaken(ours);
        if (!irp.isByHand()) {
            tellPortal(ours, code, said, by);
        }
        table.cancel(irn, code, said, by.name());
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

    private void check(EInvoice ours, int code, String remark) {
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
        List<Violation> wrong = new ArrayList<>();
        if (code < 1 || code > OTHERS) {
            wrong.add(new Violation("code", "1 duplicate, 2 data entry mistake, 3 order cancelled or 4 others"));
        }
        if (code == OTHERS && remark == null) {
            wrong.add(new Violation("remark", "For any other reason say which"));
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            wrong.add(new Violation("remark", "At most " + LONGEST_REMARK + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-cancellation", "The cancellation is not valid", wrong);
        }
        if (clock.instant().isAfter(until(ours))) {
            throw Problem.conflict(
                    "e-invoice-cancellation-over",
                    "Too late to cancel",
                    "A registration can be cancelled within " + window(ours).toHours()
                            + " hours of its acknowledgement; issue a credit note for " + ours.documentNumber());
        }
    }

    private void requireNoEwayBill(EInvoiceDocuments.Issued issued) {
        if (issued.shipmentNumber() == null) {
            return;
        }
        ewayBills
                .ofShipment(issued.shipmentNumber())
                .filter(bill -> bill.number() != null && bill.cancelledAt() == null)
                .ifPresent(bill -> {
                    throw Problem.conflict(
                            "eway-bill-active",
                            "An e-way bill is active",
                            "Cancel e-way bill " + bill.number() + " of shipment " + issued.shipmentNumber()
                                    + " first; goods that are under way are corrected by a credit note");
                });
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

    private void tellPortal(EInvoice ours, int code, String remark, Actor by) {
        String request = JsonNodeFactory.instance
                .objectNode()
                .put("Irn", ours.irn())
                .put("CnlRsn", String.valueOf(code))
                .put("CnlRem", EInvoiceJson.text(remark == null ? "Cancelled" : remark, LONGEST_REMARK))
                .toString();
        long id = exchanges.asked(ours.irn(), Exchange.Kind.CANCEL, request, by.name());
        IrpAnswer answer;
        try {
            answer = irp.cancel(ours.sellerGstin(), request);
        } catch (IrpUnavailable silent) {
            exchanges.answered(id, null, silent.getMessage());
            throw Problem.conflict(
                    "irp-unavailable", "The portal does not answer", silent.getMessage() + ". Please try again.");
        }
        exchanges.answered(id, answer.body(), answer.outcome());
        // an earlier try may have got through although its answer was lost
        if (!answer.isAccepted() && !answer.isError(CANCELLED_ALREADY)) {
            throw Problem.conflict(
                    "irp-refused",
                    "The portal refused it",
                    "The portal did not cancel it, " + answer.code() + ": " + answer.message());
        }
    }
}
