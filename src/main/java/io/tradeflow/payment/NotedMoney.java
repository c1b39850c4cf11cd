package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.payment.SettlementLedger.Draft;
import io.tradeflow.quotation.Amounts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What credit and debit notes do to open items: a credit note takes off what is open of its invoices, the tax of a revised one off what that
 * has charged, then off the debit notes it took up, and what is more than that is the
 * buyer's, as unapplied money of the order; a debit note is an open item of its own.
 */
@Component
class NotedMoney {

    private final PaymentBook book;
    private final ReceiptTable table;
    private final Settlements settlements;
    private final Exposures exposures;
    private final EarlyDiscounts discounts;
    private final TaxNotes notes;
    private final ApplicationEventPublisher events;

    NotedMoney(
            PaymentBook book,
            ReceiptTable table,
            Settlements settlements,
            Exposures exposures,
            EarlyDiscounts discounts,
            TaxNotes notes,
            ApplicationEventPublisher events) {
        this.book = book;
        this.table = table;
        this.settlements = settlements;
        this.exposures = exposures;
        this.discounts = discounts;
        this.notes = notes;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(NoteIssued note) {
        if (note.kind() == NoteKind.DEBIT) {
            charge(note);
        } else {
            credit(note);
        }
    }

    private void charge(NoteIssued note) {
        book.lockOrder(note.orderNumber());
        OpenItem item = new OpenItem(
                note.noteNumber(),
                OpenItem.Kind.DEBIT_NOTE,
                note.dealNumber(),
                note.orderNumber(),
                note.buyerCode(),
                note.buyerName(),
                note.issuedOn(),
                note.dueOn(),
                total(note),
                null,
                null,
                null,
                List.of(new Instalment(note.dueOn(), total(note))),
                null);
        if (book.add(item)) {
            exposures.charged(item.debt(), item.invoiceNumber(), item.dueOn(), item.amount());
            events.publishEvent(new DebitNoteOwed(item.dealNumber(), item.orderNumber(), item.buyerName()));
        }
    }

    private void credit(NoteIssued note) {
        Set<String> locks = new LinkedHashSet<>(Set.of(note.orderNumber()));
        note.invoices().forEach(of -> locks.add(item(of).orderNumber()));
        book.lockAll(locks);
        if (table.find(note.buyerCode(), note.noteNumber()).isPresent()) {
            return;
        }
        Money beyond = total(note).minus(total(note));
        for (NoteIssued.OfInvoice of : note.invoices()) {
            beyond = beyond.plus(take(note, of));
        }
        if (beyond.isPositive()) {
            keep(note, beyond);
        }
        events.publishEvent(new PaymentReceived(note.dealNumber(), note.orderNumber()));
    }

    /** @return what is more than was open of the invoice, and of the revised invoice in its place */
    private Money take(NoteIssued note, NoteIssued.OfInvoice of) {
        NoteShares shares = NoteShares.of(of, tax -> book.openItem(tax).map(OpenItem::open));
        book.creditNote(of.invoiceNumber(), shares.ofBill());
        discounts.shrink(item(of), note.noteNumber(), note.issuedOn());
        NoteShares.Taken taken = shares.of(item(of).open());
        settle(note, of.invoiceNumber(), taken.ofBill(), shares.ofBill());
        if (of.revised() != null) {
            book.creditNote(of.revised().number(), shares.ofRevised());
            settle(note, of.revised().number(), taken.ofRevised(), shares.ofRevised());
        }
        Money rest = of.total().minus(taken.ofBill()).minus(taken.ofRevised());
        return of.revised() == null ? rest : takeOfDebitNotes(note, of.invoiceNumber(), rest);
    }

    /** A revised invoice is over what debit notes before it had added too, and they are open items of their own. */
    private Money takeOfDebitNotes(NoteIssued note, String bill, Money beyond) {
        Money rest = beyond;
        for (TaxNote debit : notes.ofInvoice(bill)) {
            Optional<Money> added = debit.invoices().stream()
                    .filter(of -> debit.kind() == NoteKind.DEBIT && of.number().equals(bill) && of.revised() == null)
                    .map(TaxNote.Original::total)
                    .findFirst();
            Optional<Money> open = book.openItem(debit.number()).map(OpenItem::open);
            if (added.isPresent() && open.isPresent()) {
                Money taken = NoteShares.least(rest, NoteShares.least(added.get(), open.get()));
                settle(note, debit.number(), taken, rest.minus(rest));
                rest = rest.minus(taken);
            }
        }
        return rest;
    }

    /** @param known what its notes are known to come to by now; more than that where it takes what its fellow could not */
    private void settle(NoteIssued note, String item, Money taken, Money known) {
        if (taken.compareTo(known) > 0) {
            book.creditNote(item, taken.minus(known));
        }
        if (taken.isPositive()) {
            settlements.book(new Draft(
                    item,
                    SettlementKind.CREDIT_NOTE,
                    taken.amount(),
                    null,
                    note.noteNumber(),
                    null,
                    note.issuedOn(),
                    Actor.PROGRAM));
        }
    }

    private void keep(NoteIssued note, Money beyond) {
        Receipt credit = new Receipt(
                table.nextNumber(),
                note.dealNumber(),
                note.buyerCode(),
                note.orderNumber(),
                beyond,
                beyond,
                Money.zero(beyond.currency().getCurrencyCode()),
                ReceiptDraft.Mode.CREDIT_NOTE,
                note.noteNumber(),
                note.issuedOn(),
                Actor.PROGRAM.name(),
                null);
        table.add(credit, null, "");
        exposures.received(credit.debt(), credit.number(), beyond);
        events.publishEvent(DealProgress.noted(
                note.dealNumber(),
                Amounts.shown(beyond) + " of credit note " + note.noteNumber()
                        + " are more than was open; they stay to the buyer's credit",
                credit.number(),
                Actor.PROGRAM));
    }

    private OpenItem item(NoteIssued.OfInvoice of) {
        return book.openItem(of.invoiceNumber())
                .orElseThrow(() -> new IllegalStateException("No open item of " + of.invoiceNumber()));
    }

    private static Money total(NoteIssued note) {
        return note.invoices().stream()
                .map(NoteIssued.OfInvoice::total)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalStateException(note.noteNumber() + " corrects no invoice"));
    }
}
