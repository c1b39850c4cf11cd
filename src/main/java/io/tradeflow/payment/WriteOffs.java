package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Amounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rests of open items that are not asked for any more. The whole rest is written off or nothing of it; who has to approve is decided by the
 * process write-off.
 */
@Service
@Transactional
public class WriteOffs {

    private static final int LAST = 1_000;

    private final WriteOffTable table;
    private final PaymentBook book;
    private final Settlements settlements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WriteOffs(
            WriteOffTable table,
            PaymentBook book,
            Settlements settlements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.settlements = settlements;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for the rest of the open item to be written off; publishes {@link WriteOffRequested}.
     *
     * @throws Problem {@code finance-only}; {@code write-off-invalid}; {@code reason-missing}; {@code write-off-requested}; {@code
     *     nothing-open}
     */
    public WriteOff request(Actor by, String invoiceNumber, WriteOff.Reason reason, String note) {
        FinanceOnly.require(by);
        if (reason == null) {
            throw Problem.invalid("write-off-invalid", "reason", "Say why the buyer paid too little");
        }
        String why = Reason.given(note);
        OpenItem named = book.openItem(invoiceNumber == null ? "" : invoiceNumber)
                .orElseThrow(() -> Problem.invalid(
                        "write-off-invalid", "invoiceNumber", "There is no open item " + invoiceNumber));
        book.lockOrder(named.orderNumber());
        OpenItem item = book.openItem(invoiceNumber).orElseThrow();
        if (!item.open().isPositive()) {
            throw Problem.conflict("nothing-open", "Nothing is open", "All of " + invoiceNumber + " is settled");
        }
        WriteOff requested = table.add(item, reason, why, by)
                .orElseThrow(() -> Problem.conflict(
                        "write-off-requested",
                        "To be decided already",
                        "A write-off of " + invoiceNumber + " waits for its decision"));
        events.publishEvent(new WriteOffRequested(requested));
        return writeOff(requested.number());
    }

    /** It is approved, or needs nobody's approval: the rest is settled. Nothing where it ended before. */
    public void book(String number, Actor by, String note) {
        WriteOff writeOff = writeOff(number);
        book.lockOrder(writeOff.orderNumber());
        OpenItem item = book.openItem(writeOff.invoiceNumber()).orElseThrow();
        if (item.open().compareTo(writeOff.amount()) < 0) {
            overtake(writeOff);
            return;
        }
        if (!table.decide(number, WriteOff.Status.BOOKED, by, note)) {
            return;
        }
        settlements.book(new SettlementLedger.Draft(
                writeOff.invoiceNumber(),
                SettlementKind.WRITE_OFF,
                writeOff.amount().amount(),
                null,
                number,
                writeOff.reason().label() + ": " + writeOff.note(),
                LocalDate.now(clock),
                by));
        noted(writeOff, "are written off, " + writeOff.reason().label(), by);
        events.publishEvent(new PaymentReceived(writeOff.dealNumber(), writeOff.orderNumber()));
    }

    /** It is not approved; the rest stays open. */
    public void refuse(String number, Actor by, String note) {
        if (table.decide(number, WriteOff.Status.REFUSED, by, note)) {
            noted(writeOff(number), "are not written off: " + note, by);
        }
    }

    /** @throws Problem {@code finance-only}; {@code write-off-decided}; not-found */
    public WriteOff withdraw(Actor by, String number) {
        FinanceOnly.require(by);
        WriteOff writeOff = writeOff(number);
        if (!table.decide(number, WriteOff.Status.WITHDRAWN, by, null)) {
            throw Problem.conflict(
                    "write-off-decided",
                    "Decided already",
                    number + " is " + writeOff.status().label().toLowerCase());
        }
        events.publishEvent(new WriteOffEnded(writeOff(number)));
        return writeOff(number);
    }

    /** What settled part of an item meanwhile leaves nothing of that size to write off. */
    @EventListener
    @Order(LAST)
    public void on(PaymentReceived payment) {
        for (WriteOff writeOff : table.requestedOf(payment.orderNumber())) {
            OpenItem item = book.openItem(writeOff.invoiceNumber()).orElseThrow();
            if (item.open().compareTo(writeOff.amount()) < 0) {
                overtake(writeOff);
            }
        }
    }

    private void overtake(WriteOff writeOff) {
        if (table.decide(writeOff.number(), WriteOff.Status.OVERTAKEN, Actor.PROGRAM, null)) {
            events.publishEvent(new WriteOffEnded(writeOff(writeOff.number())));
        }
    }

    private void noted(WriteOff writeOff, String what, Actor by) {
        events.publishEvent(DealProgress.internal(
                writeOff.dealNumber(),
                Amounts.shown(writeOff.amount()) + " of invoice " + writeOff.invoiceNumber() + " " + what,
                writeOff.number(),
                by));
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public WriteOff writeOff(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("write-off", number));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<WriteOff> all() {
        return table.all();
    }

    /** Whether something of the order waits to be written off. */
    @Transactional(readOnly = true)
    public boolean isOpen(String orderNumber) {
        return !table.requestedOf(orderNumber).isEmpty();
    }

    /** Short payments whose rest is small enough to be proposed. */
    @Transactional(readOnly = true)
    public List<OpenItem> proposals() {
        return table.proposals(LocalDate.now(clock));
    }
}
