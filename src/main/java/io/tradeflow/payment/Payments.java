package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.ReceiptCheck.Known;
import io.tradeflow.payment.ReceiptCheck.Target;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.tax.AmountInWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts, open items and reminders. */
@Service
public class Payments {

    private static final int RECENT = 100;

    private final PaymentBook book;
    private final ReceiptTable table;
    private final OrderMoney orderMoney;
    private final SalesOrders orders;
    private final TaxInvoices invoices;
    private final Parties parties;
    private final Deductions deductions;
    private final EarlyDiscounts discounts;
    private final Vouchers vouchers;
    private final Disputes disputes;
    private final ReminderMail reminderMail;
    private final Exposures exposures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(
            PaymentBook book,
            ReceiptTable table,
            OrderMoney orderMoney,
            SalesOrders orders,
            TaxInvoices invoices,
            Parties parties,
            Deductions deductions,
            EarlyDiscounts discounts,
            Vouchers vouchers,
            Disputes disputes,
            ReminderMail reminderMail,
            Exposures exposures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.table = table;
        this.orderMoney = orderMoney;
        this.orders = orders;
        this.invoices = invoices;
        this.parties = parties;
        this.deductions = deductions;
        this.discounts = discounts;
        this.vouchers = vouchers;
        this.disputes = disputes;
        this.reminderMail = reminderMail;
        this.exposures = exposures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books and applies the money; publishes {@link PaymentReceived} for each order it goes to. The same receipt reported again is the one
     * booked.
     *
     * @throws Problem {@code finance-only}; {@code receipt-invalid} per field; {@code reference-used} where the buyer's reference is booked
     *     for other money
     */
    @Transactional
    public Receipt record(Actor by, ReceiptDraft draft) {
        FinanceOnly.require(by);
        Known known = known(draft);
        Target target = ReceiptCheck.check(draft, known, LocalDate.now(clock));
        Map<String, String> dealsByOrder = dealsByOrder(target, known);
        book.lockAll(dealsByOrder.isEmpty() ? List.of(target.buyerCode()) : dealsByOrder.keySet());
        Optional<ReceiptTable.Booked> before = table.find(target.buyerCode(), reference(draft));
        if (before.isPresent()) {
            return bookedBefore(before.get(), draft, target);
        }
        checkWhatPartsTake(draft);
        // the number is drawn where nothing can be refused any more, so that none is missing in the books
        Receipt receipt = receipt(by, draft, target);
        if (!table.add(receipt, named(draft), draft.statedParts())) {
            return bookedBefore(
                    table.find(target.buyerCode(), receipt.reference()).orElseThrow(), draft, target);
        }
        exposures.received(receipt.debt(), receipt.number(), receipt.amount());
        if (draft.parts().isEmpty()) {
            applyToOpenItems(by, receipt, named(draft));
        } else {
            applyParts(by, receipt, draft.parts());
        }
        tell(receipt, dealsByOrder, by);
        vouchers.received(receipt(receipt.number()));
        return receipt(receipt.number());
    }

    /**
     * Whether {@link #record} would book it as things are; for who books several at once and wants all or none.
     *
     * @throws Problem as {@link #record}
     */
    void requireBookable(ReceiptDraft draft) {
        Known known = known(draft);
        Target target = ReceiptCheck.check(draft, known, LocalDate.now(clock));
        Map<String, String> dealsByOrder = dealsByOrder(target, known);
        book.lockAll(dealsByOrder.isEmpty() ? List.of(target.buyerCode()) : dealsByOrder.keySet());
        checkWhatPartsTake(draft);
    }

    private void checkWhatPartsTake(ReceiptDraft draft) {
        List<ReceiptDraft.Part> parts = draft.parts();
        ReceiptCheck.checkOpen(parts, items(parts), draft.receivedOn());
        for (int index = 0; index < parts.size(); index++) {
            ReceiptDraft.Part part = parts.get(index);
            if (part.tds() != null) {
                deductions.check(draft.receivedOn(), index, part.invoiceNumber(), part.tds());
            }
        }
    }

    /** Where the named invoice was paid in time and exactly its discount is missing, that is taken off. */
    private void applyToOpenItems(Actor by, Receipt receipt, String namedInvoice) {
        Optional<OpenItem> early = Optional.ofNullable(namedInvoice)
                .flatMap(book::openItem)
                .filter(item -> EarlyDiscounts.explains(item, receipt.receivedOn(), receipt.amount()));
        orderMoney.applyToOpenItems(receipt, namedInvoice, by);
        early.ifPresent(item -> discounts.book(
                receipt,
                item,
                item.discountOffered(receipt.receivedOn()).amount(),
                receipt.receivedOn().isBefore(item.issuedOn()) ? item.issuedOn() : receipt.receivedOn(),
                by));
    }

    private void applyParts(Actor by, Receipt receipt, List<ReceiptDraft.Part> parts) {
        Map<String, OpenItem> items = items(parts);
        for (int index = 0; index < parts.size(); index++) {
            ReceiptDraft.Part part = parts.get(index);
            SettlementEntry paid = orderMoney.apply(receipt, items.get(part.invoiceNumber()), part.amount(), by);
            if (part.tds() != null) {
                deductions.state(receipt, index, part.invoiceNumber(), part.tds(), paid.bookedOn(), by);
            }
            if (part.discount() != null) {
                discounts.book(receipt, items.get(part.invoiceNumber()), part.discount(), paid.bookedOn(), by);
            }
        }
    }

    private void tell(Receipt receipt, Map<String, String> dealsByOrder, Actor by) {
        String fact = "Payment of %s %s received by %s, reference %s"
                .formatted(
                        receipt.amount().currency().getCurrencyCode(),
                        AmountInWords.grouped(receipt.amount()),
                        receipt.mode(),
                        receipt.reference());
        dealsByOrder.forEach((order, deal) -> {
            events.publishEvent(DealProgress.noted(deal, fact, receipt.number(), by));
            events.publishEvent(new PaymentReceived(deal, order));
        });
    }

    /** The invoice asks for its money, and takes its share of what came for the order in advance. */
    @EventListener
    @Transactional
    public void on(InvoiceIssued invoice) {
        book.lockOrder(invoice.orderNumber());
        orderMoney.invoiced(invoice);
        PaymentBook.Standing standing = book.standing(invoice.orderNumber());
        if (standing.cancelled() > 0 && standing.open() == 0) {
            // in place of a cancelled one, and paid at once with its money: somebody may be waiting for that
            events.publishEvent(new PaymentReceived(invoice.dealNumber(), invoice.orderNumber()));
        }
    }

    /**
     * How the order stands. Locks the order's money until the transaction ends, so that a receipt is either seen here or comes after the
     * caller has committed its waiting.
     *
     * <p>Settled means: no invoice of the order is open, and there is one, or nothing was to be delivered. Goods whose invoice was cancelled have
     * to be billed again first.
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
                standing.open() == 0 && invoicedOrNothingToDeliver && !invoices.hasToBillAgain(orderNumber),
                standing.nextDueOn());
    }

    /** What came of a reminder that was due. */
    public enum Reminded {
        SENT,
        /** Nothing is overdue: it was paid, or is not due yet. */
        NOT_NEEDED,
        /** A write-off or a return of the deal is open: what is owed is not agreed. */
        ON_HOLD
    }

    /**
     * Queues the reminder of this level for what is overdue on the order; order, level and the last due day make it repeatable. Nobody books money of the
     * order between the look and the mail, so it never goes to somebody who has paid.
     */
    @Transactional
    public Reminded remind(String orderNumber, int level) {
        book.lockOrder(orderNumber);
        List<OpenItem> overdue = book.overdue(orderNumber, LocalDate.now(clock));
        if (overdue.isEmpty()) {
            return Reminded.NOT_NEEDED;
        }
        if (disputes.isOpen(overdue.get(0))) {
            return Reminded.ON_HOLD;
        }
        reminderMail.queue(level, overdue, LocalDate.now(clock));
        return Reminded.SENT;
    }

    /** All that is open and this actor may see, first due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> openItems(Actor by) {
        return book.stillOpen().stream()
                .filter(item -> FinanceOnly.maySee(by, item.buyerCode()))
                .toList();
    }

    /** What the deal's invoices have to bring in, paid or not, first due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> ofDeal(Actor by, String dealNumber) {
        return book.ofDeal(dealNumber).stream()
                .filter(item -> FinanceOnly.maySee(by, item.buyerCode()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Receipt> receipts(Actor by, String dealNumber) {
        return table.ofDeal(dealNumber).stream()
                .filter(receipt -> FinanceOnly.maySee(by, receipt.buyerCode()))
                .toList();
    }

    /** Money that nothing has taken, as this actor may see it; the oldest first. */
    @Transactional(readOnly = true)
    public List<Receipt> unapplied(Actor by) {
        return table.unapplied().stream()
                .filter(receipt -> FinanceOnly.maySee(by, receipt.buyerCode()))
                .toList();
    }

    /** The receipts booked last. */
    @Transactional(readOnly = true)
    public List<Receipt> recent() {
        return table.recent(RECENT);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Receipt receipt(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("receipt", number));
    }

    private Known known(ReceiptDraft draft) {
        return new Known(
                Optional.ofNullable(named(draft)).flatMap(book::openItem),
                ofOrder(draft),
                items(draft.parts()),
                draft.buyerCode() != null
                        && parties.findBuyer(draft.buyerCode()).isPresent());
    }

    private Map<String, OpenItem> items(List<ReceiptDraft.Part> parts) {
        Map<String, OpenItem> items = new LinkedHashMap<>();
        parts.stream()
                .map(ReceiptDraft.Part::invoiceNumber)
                .filter(Objects::nonNull)
                .forEach(number -> book.openItem(number).ifPresent(item -> items.put(number, item)));
        return items;
    }

    /** All orders the money is for, in a fixed order, each with its deal. */
    private static Map<String, String> dealsByOrder(Target target, Known known) {
        Map<String, String> deals = new LinkedHashMap<>();
        if (target.orderNumber() != null) {
            deals.put(target.orderNumber(), target.dealNumber());
        }
        new TreeSet<>(known.parts().keySet()).forEach(number -> {
            OpenItem item = known.parts().get(number);
            deals.put(item.orderNumber(), item.dealNumber());
        });
        return deals;
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

    private Receipt receipt(Actor by, ReceiptDraft draft, Target target) {
        Money amount = Money.of(draft.amount(), draft.currency());
        return new Receipt(
                table.nextNumber(),
                target.dealNumber(),
                target.buyerCode(),
                target.orderNumber(),
                amount,
                amount,
                Money.zero(draft.currency()),
                draft.mode(),
                reference(draft),
                draft.receivedOn(),
                by.name(),
                null);
    }

    private static String reference(ReceiptDraft draft) {
        return draft.reference().trim().toUpperCase(Locale.ROOT);
    }

    private static Receipt bookedBefore(ReceiptTable.Booked booked, ReceiptDraft draft, Target target) {
        boolean same = booked.receipt().amount().equals(Money.of(draft.amount(), draft.currency()))
                && Objects.equals(booked.receipt().orderNumber(), target.orderNumber())
                && booked.receipt().receivedOn().equals(draft.receivedOn())
                && Objects.equals(booked.namedInvoice(), named(draft))
                && (booked.statedParts() == null || booked.statedParts().equals(draft.statedParts()));
        if (!same) {
            throw Problem.conflict(
                    "reference-used",
                    "Booked before",
                    "Reference " + booked.receipt().reference() + " of buyer " + target.buyerCode() + " is booked as "
                            + booked.receipt().number() + " over "
                            + Amounts.shown(booked.receipt().amount())
                            + (booked.statedParts() == null
                                            || booked.statedParts().isEmpty()
                                    ? ""
                                    : " for " + booked.statedParts()));
        }
        return booked.receipt();
    }
}
