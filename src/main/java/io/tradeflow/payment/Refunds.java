package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.OrderRevised;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.OrderShortClosed;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed back to buyers: advances for what is not delivered, overpayments, credit. Finance pays it and says with which reference. */
@Service
@Transactional
public class Refunds {

    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_ACCOUNT = 60;
    private static final int AFTER_THE_GOODS = 10;

    private final RefundTable table;
    private final PaymentBook book;
    private final SalesOrders orders;
    private final OrderRevisions revisions;
    private final Exposures exposures;
    private final Parties parties;
    private final OrderMoney orderMoney;
    private final ReceiptTable receipts;
    private final Vouchers vouchers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refunds(
            RefundTable table,
            PaymentBook book,
            SalesOrders orders,
            OrderRevisions revisions,
            Exposures exposures,
            Parties parties,
            OrderMoney orderMoney,
            ReceiptTable receipts,
            Vouchers vouchers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.orders = orders;
        this.revisions = revisions;
        this.exposures = exposures;
        this.parties = parties;
        this.orderMoney = orderMoney;
        this.receipts = receipts;
        this.vouchers = vouchers;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Order(AFTER_THE_GOODS)
    public void on(OrderCancelled cancelled) {
        oweAll(orders.order(cancelled.orderNumber()), "The order was cancelled");
    }

    /** By a planner, by a replacement that costs less, or because the rest of the order is cancelled. */
    @EventListener
    @Order(AFTER_THE_GOODS)
    public void on(OrderShortClosed closed) {
        oweBeyondWhatStands(orders.order(closed.orderNumber()), "Part of the order is not delivered any more");
    }

    @EventListener
    @Order(AFTER_THE_GOODS)
    public void on(OrderRevised revised) {
        oweBeyondWhatStands(orders.order(revised.orderNumber()), "The order was changed and comes to less");
    }

    /** A transfer that was under way while the order was cancelled. What comes too much for an order that stands waits for its invoices. */
    @EventListener
    @Order(AFTER_THE_GOODS)
    public void on(PaymentReceived payment) {
        SalesOrder order = orders.order(payment.orderNumber());
        if (order.status() == SalesOrder.Status.CANCELLED) {
            oweAll(order, "The payment came after the order was cancelled");
        }
    }

    private void oweAll(SalesOrder order, String reason) {
        owe(order, Money.zero(order.currency()), reason);
    }

    private void oweBeyondWhatStands(SalesOrder order, String reason) {
        owe(order, revisions.standing(order).grandTotal(), reason);
    }

    /**
     * What came for the order beyond what it still comes to, as far as no invoice has taken it; open invoices take theirs first. Owes
     * nothing more when repeated: what is due counts as given back.
     */
    private void owe(SalesOrder order, Money standing, String reason) {
        book.lockOrder(order.number());
        if (table.received(order.number()).compareTo(standing.amount()) <= 0) {
            return;
        }
        orderMoney.applyAll(order.number());
        BigDecimal beyond = beyond(order, standing);
        if (beyond.signum() <= 0) {
            return;
        }
        String number = table.insert(RefundTable.Owed.of(order, beyond), reason);
        for (RefundTable.Part part : table.take(order.number(), beyond)) {
            table.addPart(number, part);
            exposures.withdrawn(
                    order.debt(),
                    "refund " + number + " of " + part.receiptNumber(),
                    part.receiptNumber(),
                    Money.of(part.amount(), order.currency()));
        }
        Money amount = Money.of(beyond, order.currency());
        events.publishEvent(DealProgress.noted(
                order.dealNumber(),
                Amounts.shown(amount) + " paid in advance are paid back",
                order.number(),
                Actor.PROGRAM));
        events.publishEvent(RefundDue.of(refund(number)));
    }

    private BigDecimal beyond(SalesOrder order, Money standing) {
        return table.received(order.number()).subtract(standing.amount()).min(table.unapplied(order.number()));
    }

    /** All that nothing has taken of the receipt: {@link #payBack(Actor, String, BigDecimal, String)}. */
    public Refund payBack(Actor by, String receiptNumber, String reason) {
        return payBack(by, receiptNumber, null, reason);
    }

    /** For who has not looked at the receipt before: {@link #payBack(Actor, String, BigDecimal, BigDecimal, String)}. */
    public Refund payBack(Actor by, String receiptNumber, BigDecimal amount, String reason) {
        return payBack(by, receiptNumber, amount, null, reason);
    }

    /**
     * Owes what nothing has taken of this receipt, or part of it, back to the buyer: money on account that is not wanted, what came too much, or
     * what a credit note took off beyond what was open.
     *
     * @param amount in the receipt's currency; null for all of it
     * @param seen what was unapplied when somebody decided on this, so that the same form sent twice pays back once; null where nobody looked
     * @throws Problem {@code finance-only}; {@code reason-missing}; {@code nothing-unapplied}; {@code receipt-moved} where another amount is
     *     unapplied than was seen; {@code refund-amount-invalid}; not-found
     */
    public Refund payBack(Actor by, String receiptNumber, BigDecimal amount, BigDecimal seen, String reason) {
        FinanceOnly.require(by);
        String why = Reason.given(reason);
        Receipt before = receipts.find(receiptNumber).orElseThrow(() -> Problem.notFound("receipt", receiptNumber));
        book.lockOrder(before.isOnAccount() ? before.buyerCode() : before.orderNumber());
        Receipt receipt = receipts.find(receiptNumber).orElseThrow();
        if (!receipt.unapplied().isPositive()) {
            throw Problem.conflict(
                    "nothing-unapplied",
                    "Nothing to pay back",
                    "All of " + receiptNumber + " is applied or given back");
        }
        requireAsSeen(receipt, seen);
        requireWithin(receipt.unapplied(), amount);
        String buyerName = parties.buyer(receipt.buyerCode()).legalName();
        Money paidBack = amount == null
                ? receipt.unapplied()
                : new Money(amount, receipt.unapplied().currency());
        String number = table.insert(RefundTable.Owed.of(receipt, buyerName, paidBack.amount()), why);
        RefundTable.Part part = new RefundTable.Part(receiptNumber, paidBack.amount());
        table.takeOf(part);
        table.addPart(number, part);
        exposures.withdrawn(receipt.debt(), "refund " + number + " of " + receiptNumber, receiptNumber, paidBack);
        if (!receipt.isOnAccount()) {
            String fact = Amounts.shown(paidBack) + " are paid back";
            events.publishEvent(DealProgress.noted(receipt.dealNumber(), fact, number, by));
            events.publishEvent(DealProgress.internal(receipt.dealNumber(), fact + ": " + why, number, by));
        }
        Refund refund = refund(number);
        events.publishEvent(RefundDue.of(refund));
        return refund;
    }

    private static void requireAsSeen(Receipt receipt, BigDecimal seen) {
        Money unapplied = receipt.unapplied();
        if (seen != null && seen.compareTo(unapplied.amount()) != 0) {
            throw Problem.conflict(
                    "receipt-moved",
                    "The receipt has moved on",
                    Amounts.shown(unapplied) + " of " + receipt.number() + " are not applied now, no longer "
                            + Amounts.shown(new Money(seen, unapplied.currency()))
                            + ". If you sent this twice, it is done; else look at what became of the receipt, then ask again");
        }
    }

    private static void requireWithin(Money unapplied, BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > Money.DOCUMENT_SCALE) {
            throw Problem.invalid(
                    "refund-amount-invalid", "amount", "An amount above zero with at most two decimals is paid back");
        }
        if (amount.compareTo(unapplied.amount()) > 0) {
            throw Problem.invalid(
                    "refund-amount-invalid",
                    "amount",
                    "Only " + Amounts.shown(unapplied) + " are not applied and can be paid back");
        }
    }

    /** What of which receipts it gives back, in the order the money came; nothing on refunds from before that was kept. */
    @Transactional(readOnly = true)
    public List<Refund.Part> parts(Refund refund) {
        return parts(List.of(refund)).getOrDefault(refund.number(), List.of());
    }

    /** {@link #parts(Refund)} of several, by the refund's number; those without any are left out. */
    @Transactional(readOnly = true)
    public Map<String, List<Refund.Part>> parts(List<Refund> refunds) {
        return table.parts(refunds.stream().map(Refund::number).toList());
    }

    /** What would be owed back if the order were cancelled now. */
    @Transactional(readOnly = true)
    public Money onCancelling(SalesOrder order) {
        return Money.of(table.unapplied(order.number()).max(BigDecimal.ZERO), order.currency());
    }

    /** @throws Problem {@code refund-invalid} naming each wrong field; {@code refund-paid}; not-found */
    @Transactional(readOnly = true)
    public void check(String number, RefundPayment payment) {
        Refund refund = refund(number);
        LocalDate paidOn = payment.paidOn();
        String reference = payment.reference();
        List<Violation> wrong = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        LocalDate since = LocalDate.ofInstant(refund.dueSince(), clock.getZone());
        if (paidOn == null || paidOn.isAfter(today) || paidOn.isBefore(since)) {
            wrong.add(new Violation("paidOn", "The day it was paid, from " + since + " to " + today));
        }
        if (reference == null || reference.isBlank() || reference.strip().length() > LONGEST_REFERENCE) {
            wrong.add(new Violation(
                    "reference",
                    "The bank's reference of the payment, in at most " + LONGEST_REFERENCE + " characters"));
        } else if (table.isReferenceUsed(refund.buyerCode(), tidy(reference))) {
            wrong.add(new Violation("reference", "This reference stands for another refund to the same buyer"));
        }
        if (payment.mode() == ReceiptDraft.Mode.CREDIT_NOTE) {
            wrong.add(new Violation("mode", "Say how it was paid, such as NEFT or CHEQUE"));
        }
        if (payment.account() != null && payment.account().strip().length() > LONGEST_ACCOUNT) {
            wrong.add(new Violation("account", "The account, in at most " + LONGEST_ACCOUNT + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("refund-invalid", "The refund cannot be settled like this", wrong);
        }
        if (!refund.isDue()) {
            throw Problem.conflict(
                    "refund-paid",
                    "Paid back already",
                    number + " was paid on " + refund.paidOn() + ", " + refund.reference());
        }
    }

    /** It is paid back. @throws Problem as {@link #check} */
    public Refund settle(Actor by, String number, RefundPayment payment) {
        check(number, payment);
        String reference = payment.reference();
        String account = payment.account() == null || payment.account().isBlank()
                ? null
                : payment.account().strip();
        Refund refund = refund(number);
        table.pay(number, new RefundPayment(payment.paidOn(), payment.mode(), tidy(reference), account), by);
        if (refund.dealNumber() != null) {
            events.publishEvent(DealProgress.noted(
                    refund.dealNumber(),
                    Amounts.shown(refund.amount()) + " paid back"
                            + (payment.mode() == null ? "" : " by " + payment.mode()) + ", reference "
                            + tidy(reference),
                    number,
                    by));
        }
        vouchers.paidBack(refund(number));
        return refund(number);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Refund refund(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("refund", number));
    }

    /** What is due, longest first. */
    @Transactional(readOnly = true)
    public List<Refund> due() {
        return table.due();
    }

    /** Of the deal, as this actor may see them; paid or not. */
    @Transactional(readOnly = true)
    public List<Refund> ofDeal(Actor by, String dealNumber) {
        return table.ofDeal(dealNumber).stream()
                .filter(refund -> !(by instanceof Actor.BuyerUser user)
                        || user.buyerCode().equals(refund.buyerCode()))
                .toList();
    }

    private static String tidy(String reference) {
        return reference.strip().toUpperCase(Locale.ROOT);
    }
}
