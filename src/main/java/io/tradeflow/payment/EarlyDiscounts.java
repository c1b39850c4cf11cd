package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.SettlementLedger.Draft;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is taken off an invoice because all of it was paid in time. It is commercial: the invoice's value and tax stay as they are, unless a
 * credit note is made.
 */
@Service
public class EarlyDiscounts {

    private final PaymentBook book;
    private final ReceiptTable receipts;
    private final SettlementLedger ledger;
    private final Settlements settlements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EarlyDiscounts(
            PaymentBook book,
            ReceiptTable receipts,
            SettlementLedger ledger,
            Settlements settlements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.receipts = receipts;
        this.ledger = ledger;
        this.settlements = settlements;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with taking so much off, in a sentence; null if nothing is. @param otherwise what else settles the item with it */
    static String whyNot(OpenItem item, LocalDate receivedOn, Money discount, Money otherwise) {
        String invoice = item.invoiceNumber();
        if (item.earlyPayment() == null) {
            return "No early-payment discount is agreed for " + invoice;
        }
        if (receivedOn.isAfter(item.earlyPayment().until())) {
            return "The discount of " + invoice + " is for money that came by "
                    + item.earlyPayment().until() + "; this came on " + receivedOn;
        }
        if (item.tookMoneyLate()) {
            return "The discount of " + invoice + " is for money that came by "
                    + item.earlyPayment().until() + "; some of it came on " + item.lastMoneyOn();
        }
        Money offered = item.discountOffered(receivedOn);
        if (discount.compareTo(offered) > 0) {
            return "At most " + Amounts.shown(offered) + " may be taken off " + invoice;
        }
        Money rest = item.open().minus(discount).minus(otherwise);
        return rest.isPositive()
                ? "The discount of " + invoice + " is for paying all of it; " + Amounts.shown(rest)
                        + " would still be open"
                : null;
    }

    /** Takes it off; the caller has looked at {@link #whyNot} and holds the lock. */
    void book(Receipt receipt, OpenItem item, BigDecimal amount, LocalDate on, Actor by) {
        SettlementEntry entry = settlements.book(new Draft(
                item.invoiceNumber(), SettlementKind.EARLY_DISCOUNT, amount, receipt.number(), null, null, on, by));
        events.publishEvent(DealProgress.noted(
                item.dealNumber(),
                "Early-payment discount of " + Amounts.shown(entry.amount()) + " taken off " + item.invoiceNumber(),
                item.invoiceNumber(),
                by));
    }

    /** Whether money of that day and amount, and the discount, are exactly what is open. */
    static boolean explains(OpenItem item, LocalDate receivedOn, Money money) {
        Money offered = item.discountOffered(receivedOn);
        return offered.isPositive() && money.plus(offered).equals(item.open());
    }

    /**
     * Takes off what is left of an invoice that this receipt has paid in time.
     *
     * @throws Problem {@code finance-only}; {@code discount-refused}; not-found
     */
    @Transactional
    public SettlementEntry allow(Actor by, String receiptNumber, String invoiceNumber) {
        FinanceOnly.require(by);
        Receipt receipt = receipts.find(receiptNumber).orElseThrow(() -> Problem.notFound("receipt", receiptNumber));
        OpenItem named = book.openItem(invoiceNumber == null ? "" : invoiceNumber)
                .filter(item -> item.buyerCode().equals(receipt.buyerCode()))
                .orElseThrow(() -> Problem.invalid(
                        "discount-refused",
                        "invoiceNumber",
                        "There is no invoice " + invoiceNumber + " of buyer " + receipt.buyerCode()));
        book.lockAll(List.of(receipt.isOnAccount() ? receipt.buyerCode() : receipt.orderNumber(), named.orderNumber()));
        OpenItem item = book.openItem(invoiceNumber).orElseThrow();
        Money open = item.open();
        String wrong = paidBy(receiptNumber, invoiceNumber)
                ? open.isPositive()
                        ? whyNot(item, receipt.receivedOn(), open, Money.zero(item.currency()))
                        : "Nothing of " + invoiceNumber + " is open"
                : receiptNumber + " has paid nothing of " + invoiceNumber + "; apply it first";
        if (wrong != null) {
            throw Problem.invalid("discount-refused", "invoiceNumber", wrong);
        }
        book(receipt, item, open.amount(), LocalDate.now(clock), by);
        events.publishEvent(new PaymentReceived(item.dealNumber(), item.orderNumber()));
        return ledger.ofInvoice(invoiceNumber).stream()
                .filter(entry -> entry.kind() == SettlementKind.EARLY_DISCOUNT && entry.stands())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The invoices of which this receipt has paid all but what may be taken off for paying early. */
    @Transactional(readOnly = true)
    public List<OpenItem> open(Receipt receipt) {
        return book.openOfBuyer(receipt.buyerCode()).stream()
                .filter(item -> paidBy(receipt.number(), item.invoiceNumber())
                        && item.open().compareTo(item.discountOffered(receipt.receivedOn())) <= 0)
                .toList();
    }

    private boolean paidBy(String receiptNumber, String invoiceNumber) {
        return ledger.ofReceipt(receiptNumber).stream()
                .anyMatch(entry -> entry.kind() == SettlementKind.RECEIPT
                        && entry.stands()
                        && entry.invoiceNumber().equals(invoiceNumber));
    }

    /**
     * Money is taken off the item again, so that not all of it was paid in time: every discount of it is taken back, whichever receipt it is
     * of. The caller holds the lock of the item's order.
     */
    void withdraw(OpenItem item, String reason, Actor by) {
        for (SettlementEntry entry : ledger.ofInvoice(item.invoiceNumber())) {
            if (entry.kind() == SettlementKind.EARLY_DISCOUNT && entry.stands()) {
                settlements.reverse(entry, reason, LocalDate.now(clock), by);
                events.publishEvent(DealProgress.noted(
                        item.dealNumber(),
                        "Early-payment discount of " + Amounts.shown(entry.amount()) + " on " + item.invoiceNumber()
                                + " taken back: not all of it is paid",
                        item.invoiceNumber(),
                        by));
            }
        }
    }

    /** A credit note is about to be taken off the item: a discount that was given on more than the rest is taken back as far as it is. */
    void shrink(OpenItem item, String noteNumber, LocalDate on) {
        if (!item.settled().discounted().isPositive()) {
            return;
        }
        Money due = item.wholeDiscount();
        for (SettlementEntry entry : ledger.ofInvoice(item.invoiceNumber())) {
            if (entry.kind() == SettlementKind.EARLY_DISCOUNT && entry.stands()) {
                Money kept = entry.amount().compareTo(due) <= 0 ? entry.amount() : due;
                due = due.minus(kept);
                if (kept.compareTo(entry.amount()) < 0) {
                    settlements.reverse(entry, "Less is left after " + noteNumber, on, Actor.PROGRAM);
                    again(entry, kept, on);
                }
            }
        }
    }

    private void again(SettlementEntry entry, Money kept, LocalDate on) {
        if (kept.isPositive()) {
            settlements.book(new Draft(
                    entry.invoiceNumber(),
                    SettlementKind.EARLY_DISCOUNT,
                    kept.amount(),
                    entry.receiptNumber(),
                    null,
                    null,
                    on,
                    Actor.PROGRAM));
        }
    }
}
