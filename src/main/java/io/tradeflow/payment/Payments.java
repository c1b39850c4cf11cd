package io.tradeflow.payment;

import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.payment.ReceiptCheck.Target;
import io.tradeflow.tax.AmountInWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts, open items and reminders. */
@Service
public class Payments {

    private static final String FINANCE = "finance";
    private static final String SERIES = "RCT";

    private final PaymentBook book;
    private final SalesOrders orders;
    private final ReminderMail reminderMail;
    private final PaidCredit credit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(
            PaymentBook book,
            SalesOrders orders,
            ReminderMail reminderMail,
            PaidCredit credit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.reminderMail = reminderMail;
        this.credit = credit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books and applies the money; publishes {@link PaymentReceived}. The same receipt reported again is the one booked.
     *
     * @throws Problem {@code finance-only}; {@code receipt-invalid} per field; {@code reference-used} where the buyer's reference is booked
     *     for other money
     */
    @Transactional
    public Receipt record(Actor by, ReceiptDraft draft) {
        refuseOthersThanFinance(by);
        LocalDate today = LocalDate.now(clock);
        Target target = ReceiptCheck.check(draft, ofInvoice(draft), ofOrder(draft), today);
        book.lockOrder(target.orderNumber());
        Receipt receipt = receipt(by, draft, target, today);
        if (!book.addReceipt(receipt, named(draft))) {
            return bookedBefore(receipt, draft);
        }
        credit.received(receipt);
        credit.applied(receipt.orderNumber(), book.applyMoneyOf(receipt.orderNumber()));
        events.publishEvent(DealProgress.noted(
                target.dealNumber(),
                "Payment of %s %s received by %s, reference %s"
                        .formatted(
                                draft.currency(),
                                AmountInWords.grouped(receipt.amount()),
                                draft.mode(),
                                receipt.reference()),
                receipt.number(),
                by));
        events.publishEvent(new PaymentReceived(target.dealNumber(), target.orderNumber()));
        return book.receipt(receipt.buyerCode(), receipt.reference())
                .orElseThrow()
                .receipt();
    }

    /** The invoice asks for its money, and takes what came for the order in advance. */
    @EventListener
    @Transactional
    public void on(InvoiceIssued invoice) {
        book.lockOrder(invoice.orderNumber());
        book.addOpenItem(invoice);
        credit.applied(invoice.orderNumber(), book.applyMoneyOf(invoice.orderNumber()));
    }

    /**
     * How the order stands. Locks the order's money until the transaction ends, so that a receipt is either seen here or comes after the
     * caller has committed its waiting.
     *
     * <p>Settled means: no invoice of the order is open, and there is one, or nothing was to be delivered.
     */
    @Transactional
    public Settlement settlement(String orderNumber) {
        book.lockOrder(orderNumber);
        SalesOrder order = orders.order(orderNumber);
        PaymentBook.Standing standing = book.standing(orderNumber);
        boolean invoicedOrNothingToDeliver = standing.invoices() > 0
                || order.lines().stream().allMatch(line -> line.toDeliver().signum() == 0);
        return new Settlement(
                standing.received().compareTo(order.advance().amount()) >= 0,
                standing.open() == 0 && invoicedOrNothingToDeliver,
                standing.nextDueOn());
    }

    /** Queues the reminder of this level for what is overdue on the order; level and order make it repeatable. */
    @Transactional
    public void remind(String orderNumber, int level) {
        List<OpenItem> overdue = book.overdue(orderNumber, LocalDate.now(clock));
        if (!overdue.isEmpty()) {
            reminderMail.queue(level, overdue);
        }
    }

    /** All that is open and this actor may see, first due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> openItems(Actor by) {
        return book.stillOpen().stream()
                .filter(item -> maySee(by, item.buyerCode()))
                .toList();
    }

    /** What the deal's invoices have to bring in, paid or not, first due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> ofDeal(Actor by, String dealNumber) {
        return book.ofDeal(dealNumber).stream()
                .filter(item -> maySee(by, item.buyerCode()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Receipt> receipts(Actor by, String dealNumber) {
        return book.receiptsOfDeal(dealNumber).stream()
                .filter(receipt -> maySee(by, receipt.buyerCode()))
                .toList();
    }

    private static void refuseOthersThanFinance(Actor by) {
        boolean allowed = by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(FINANCE);
        if (!allowed) {
            throw Problem.forbidden("finance-only", "Payments are booked by finance");
        }
    }

    private Optional<Target> ofInvoice(ReceiptDraft draft) {
        return Optional.ofNullable(named(draft))
                .flatMap(book::openItem)
                .map(item -> new Target(
                        item.dealNumber(),
                        item.orderNumber(),
                        item.buyerCode(),
                        item.amount().currency().getCurrencyCode()));
    }

    private Optional<Target> ofOrder(ReceiptDraft draft) {
        return draft.orderNumber() == null || draft.orderNumber().isBlank()
                ? Optional.empty()
                : existing(draft.orderNumber())
                        .map(order ->
                                new Target(order.dealNumber(), order.number(), order.buyerCode(), order.currency()));
    }

    /** Empty where there is no such order, so that the refusal can name the field. */
    private Optional<SalesOrder> existing(String orderNumber) {
        try {
            return Optional.of(orders.order(orderNumber));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static String named(ReceiptDraft draft) {
        return draft.invoiceNumber() == null || draft.invoiceNumber().isBlank() ? null : draft.invoiceNumber();
    }

    private Receipt receipt(Actor by, ReceiptDraft draft, Target target, LocalDate today) {
        Money amount = Money.of(draft.amount(), draft.currency());
        return new Receipt(
                DocumentNumber.of(SERIES, FinancialYear.of(today), book.nextReceiptSerial())
                        .value(),
                target.dealNumber(),
                target.buyerCode(),
                target.orderNumber(),
                amount,
                amount,
                draft.mode(),
                draft.reference().trim().toUpperCase(Locale.ROOT),
                draft.receivedOn(),
                by.name());
    }

    private Receipt bookedBefore(Receipt again, ReceiptDraft draft) {
        PaymentBook.Booked booked =
                book.receipt(again.buyerCode(), again.reference()).orElseThrow();
        boolean same = booked.receipt().amount().equals(again.amount())
                && booked.receipt().orderNumber().equals(again.orderNumber())
                && booked.receipt().receivedOn().equals(again.receivedOn())
                && Objects.equals(booked.namedInvoice(), named(draft));
        if (!same) {
            throw Problem.conflict(
                    "reference-used",
                    "Booked before",
                    "Reference " + again.reference() + " of buyer " + again.buyerCode() + " is booked as "
                            + booked.receipt().number() + " over "
                            + booked.receipt().amount());
        }
        return booked.receipt();
    }

    private static boolean maySee(Actor by, String buyerCode) {
        return !(by instanceof Actor.BuyerUser buyer) || buyer.buyerCode().equals(buyerCode);
    }
}
