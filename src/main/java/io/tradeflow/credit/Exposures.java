package io.tradeflow.credit;

import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What buyers owe or will owe. The rooms of the flow tell what happened, in the transaction in which it happens; each occasion moves an
 * obligation once, however often it is told, and nothing is counted twice: what goes into one bucket comes out of another.
 */
@Service
@Transactional
public class Exposures {

    private final ExposureBook book;
    private final OverrideTable overrides;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exposures(ExposureBook book, OverrideTable overrides, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.overrides = overrides;
        this.events = events;
        this.clock = clock;
    }

    /** How the buyer stands in this currency today; of a group, if the account is in one. Nothing owed where there is no account. */
    @Transactional(readOnly = true)
    public Exposure of(String buyerCode, String currency) {
        return book.exposure(buyerCode, currency);
    }

    /** As {@link #of}, and nobody else confirms or moves anything for this buyer until the transaction ends. */
    public Exposure hold(String buyerCode, String currency) {
        book.hold(buyerCode, currency);
        return book.exposure(buyerCode, currency);
    }

    /** How the buyer stands today as far as this revision of this order is concerned. */
    @Transactional(readOnly = true)
    public CreditStanding standing(Debt debt, int revision) {
        return CreditStanding.of(
                book.exposure(debt.buyerCode(), debt.currency()),
                overrides.standing(debt.orderNumber(), revision).orElse(null),
                book.overdueSince(debt.buyerCode(), debt.currency()).orElse(null),
                LocalDate.now(clock));
    }

    /** The buyers whose exposures are judged together with this one's, itself among them. */
    @Transactional(readOnly = true)
    public List<String> judgedTogether(String buyerCode, String currency) {
        return book.judgedTogether(buyerCode, currency);
    }

    /** As {@link #hold(String, String)}, on behalf of an order. */
    public Exposure hold(Debt debt) {
        book.hold(debt);
        return book.exposure(debt.buyerCode(), debt.currency());
    }

    /** What is left of each obligation, by bucket and then by age. */
    @Transactional(readOnly = true)
    public List<ExposureRow> rows(String buyerCode, String currency) {
        return book.rows(buyerCode, currency);
    }

    /** An order stands: all of it is owed one day. */
    public void confirmed(Debt debt, Money amount) {
        book.hold(debt);
        book.open(Bucket.CONFIRMED, debt.orderNumber(), debt, null);
        book.move("confirmed " + debt.orderNumber(), debt, Bucket.CONFIRMED, debt.orderNumber(), amount);
    }

    /** Goods have left. What their invoice asked for already is not owed once more. */
    public void dispatched(Debt debt, String shipmentNumber, Money value) {
        book.hold(debt);
        if (!book.open(Bucket.DISPATCHED_UNBILLED, shipmentNumber, debt, null)) {
            return;
        }
        Money taken = least(value, book.left(Bucket.CONFIRMED, debt.orderNumber(), debt.currency()));
        String occasion = "dispatched " + shipmentNumber;
        book.move(occasion, debt, Bucket.CONFIRMED, debt.orderNumber(), negative(taken));
        book.move(occasion, debt, Bucket.DISPATCHED_UNBILLED, shipmentNumber, taken);
    }

    /** As {@link #invoiced(Debt, String, List, List, Money)} for one shipment, all due on one day. */
    public void invoiced(Debt debt, String invoiceNumber, String shipmentNumber, LocalDate dueOn, Money amount) {
        invoiced(debt, invoiceNumber, List.of(shipmentNumber), List.of(new Instalment(dueOn, amount)), amount);
    }

    /**
     * The invoice of shipments asks for its money: in place of each shipment that has left, else of part of the order.
     *
     * @param instalments first due first, together the amount
     */
    public void invoiced(
            Debt debt, String invoiceNumber, List<String> shipmentNumbers, List<Instalment> instalments, Money amount) {
        book.hold(debt);
        LocalDate dueOn = instalments.get(instalments.size() - 1).dueOn();
        if (!book.open(Bucket.RECEIVABLE, invoiceNumber, debt, dueOn)) {
            return;
        }
        if (instalments.size() > 1) {
            book.due(invoiceNumber, instalments);
        }
        String occasion = "invoiced " + invoiceNumber;
        Money shipped = Money.zero(debt.currency());
        for (String shipment : shipmentNumbers) {
            book.open(Bucket.DISPATCHED_UNBILLED, shipment, debt, null);
            Money left = book.left(Bucket.DISPATCHED_UNBILLED, shipment, debt.currency());
            book.move(occasion, debt, Bucket.DISPATCHED_UNBILLED, shipment, negative(left));
            shipped = shipped.plus(left);
        }
        Money ordered = book.left(Bucket.CONFIRMED, debt.orderNumber(), debt.currency());
        book.move(
                occasion, debt, Bucket.CONFIRMED, debt.orderNumber(), negative(least(amount.minus(shipped), ordered)));
        book.move(occasion, debt, Bucket.RECEIVABLE, invoiceNumber, amount);
    }

    /** Money came in for the order. */
    public void received(Debt debt, String receiptNumber, Money amount) {
        book.hold(debt);
        if (book.open(Bucket.UNAPPLIED, receiptNumber, debt, null)) {
            book.move("received " + receiptNumber, debt, Bucket.UNAPPLIED, receiptNumber, negative(amount));
            eased(debt);
        }
    }

    /** Money on account is this order's from now on. */
    public void assigned(Debt debt, String receiptNumber) {
        book.hold(debt);
        book.assign(receiptNumber, debt);
    }

    /** An invoice took so much of the receipt. */
    public void applied(Debt debt, String receiptNumber, String invoiceNumber, Money amount) {
        settled(debt, "applied " + receiptNumber + " to " + invoiceNumber, invoiceNumber, receiptNumber, amount);
    }

    /**
     * So much of an invoice is settled: less is owed, or at least less is overdue, so that what is held for credit is looked at again.
     *
     * @param occasion what settled it, so that it counts once
     * @param receiptNumber the receipt it is taken from; null where no money came for it, such as tax deducted or a write-off
     * @param amount negative where a settlement is taken back
     */
    public void settled(Debt debt, String occasion, String invoiceNumber, String receiptNumber, Money amount) {
        book.hold(debt);
        if (receiptNumber != null) {
            book.move(occasion, debt, Bucket.UNAPPLIED, receiptNumber, amount);
        }
        book.move(occasion, debt, Bucket.RECEIVABLE, invoiceNumber, negative(amount));
        if (amount.isPositive()) {
            eased(debt);
        }
    }

    /** More is owed that was never part of an order's total: a debit note. */
    public void charged(Debt debt, String noteNumber, LocalDate dueOn, Money amount) {
        book.hold(debt);
        if (book.open(Bucket.RECEIVABLE, noteNumber, debt, dueOn)) {
            book.move("charged " + noteNumber, debt, Bucket.RECEIVABLE, noteNumber, amount);
        }
    }

    /** So much of the receipt covers nothing any more: it is owed back to the buyer, or did not come after all. */
    public void withdrawn(Debt debt, String occasion, String receiptNumber, Money amount) {
        book.hold(debt);
        book.move(occasion, debt, Bucket.UNAPPLIED, receiptNumber, amount);
    }

    /** Part of the order will not be delivered. {@code occasion} names what gave it up, so that it counts once. */
    public void givenUp(Debt debt, String occasion, Money value) {
        book.hold(debt);
        Money left = book.left(Bucket.CONFIRMED, debt.orderNumber(), debt.currency());
        book.move(occasion, debt, Bucket.CONFIRMED, debt.orderNumber(), negative(least(value, left)));
        eased(debt);
    }

    /** More of the order will be delivered and invoiced than stood before. {@code occasion} names what added it, so that it counts once. */
    public void raised(Debt debt, String occasion, Money value) {
        book.hold(debt);
        book.open(Bucket.CONFIRMED, debt.orderNumber(), debt, null);
        book.move(occasion, debt, Bucket.CONFIRMED, debt.orderNumber(), value);
    }

    /** Nothing of the order will be delivered or invoiced any more: cancelled, completed, or all that was left is invoiced. */
    public void released(Debt debt, String occasion) {
        book.hold(debt);
        Money left = book.left(Bucket.CONFIRMED, debt.orderNumber(), debt.currency());
        book.move(occasion, debt, Bucket.CONFIRMED, debt.orderNumber(), negative(left));
        eased(debt);
    }

    /** Figures that disagree with the ledger; none, unless somebody wrote around the program. */
    @Transactional(readOnly = true)
    public List<ExposureDiscrepancy> reconcile() {
        return book.discrepancies();
    }

    private void eased(Debt debt) {
        events.publishEvent(new CreditEased(debt.buyerCode(), debt.currency()));
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency().getCurrencyCode()).minus(amount);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
