package io.tradeflow.ordering;

import io.tradeflow.approval.Approvals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders: made from accepted quotes, never typed again. */
@Service
public class SalesOrders {

    private static final String SERIES = "SO";

    private final StoredOrders stored;
    private final Quotations quotations;
    private final Approvals approvals;
    private final Inquiries inquiries;
    private final OrderConfirmations confirmations;
    private final OrderMails mails;
    private final OrderCredit credit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SalesOrders(
            StoredOrders stored,
            Quotations quotations,
            Approvals approvals,
            Inquiries inquiries,
            OrderConfirmations confirmations,
            OrderMails mails,
            OrderCredit credit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.quotations = quotations;
        this.approvals = approvals;
        this.inquiries = inquiries;
        this.confirmations = confirmations;
        this.mails = mails;
        this.credit = credit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirms the order from the accepted quote and queues the confirmation mail. One order per quote: repeating gives the same one.
     *
     * @param payment the terms of a quote that states none; else those stand that the buyer has accepted
     * @throws io.tradeflow.kernel.Problem {@code quote-not-accepted}, {@code approval-missing}
     */
    @Transactional
    public SalesOrder confirm(String quoteNumber, PaymentTerms payment) {
        Optional<StoredOrder> confirmed = stored.findByQuoteNumber(quoteNumber);
        if (confirmed.isPresent()) {
            return confirmed.get().toOrder();
        }
        Quote quote = quotations.quote(quoteNumber);
        if (quote.status() != QuoteStatus.ACCEPTED) {
            throw Problem.conflict(
                    "quote-not-accepted", "The quote is not accepted", quoteNumber + " has no accepted revision");
        }
        approvals.requireGranted(quotations.approvalSubject(quoteNumber));
        Inquiry inquiry = inquiries.inquiry(quote.dealNumber());
        LocalDate today = LocalDate.now(clock);
        SalesOrder order = stored.saveAndFlush(new StoredOrder(
                        nextNumber(today),
                        quote,
                        new StoredOrder.Confirmation(
                                today,
                                inquiry.segment(),
                                inquiry.neededBy(),
                                quote.paymentTerms() == null ? payment : quote.paymentTerms(),
                                new AgreedDelivery(
                                        quotations.deliveryWishes(quoteNumber).orElse(null)))))
                .toOrder();
        credit.confirmed(order, quote.revision());
        mails.confirmed(order, confirmations.freeze(order, List.of()));
        if (quote.saysOtherwiseThan(order.payment())) {
            events.publishEvent(DealProgress.internal(
                    order.dealNumber(),
                    "The quote says \"" + quote.conditions().paymentTerms()
                            + "\", which was never agreed as payment terms and binds nobody; the order says: "
                            + order.payment().allWords(),
                    order.number(),
                    Actor.PROGRAM));
        }
        events.publishEvent(new OrderConfirmed(order.dealNumber(), order.number(), quoteNumber));
        tellConfirmed(order);
        return order;
    }

    /** @throws io.tradeflow.kernel.Problem not-found */
    @Transactional(readOnly = true)
    public SalesOrder order(String number) {
        return stored.findByNumber(number).orElseThrow(() -> notFound(number)).toOrder();
    }

    /** As this actor may see it. @throws io.tradeflow.kernel.Problem not-found */
    @Transactional(readOnly = true)
    public SalesOrder order(Actor by, String number) {
        SalesOrder order = order(number);
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(order.buyerCode())) {
            throw notFound(number);
        }
        return order;
    }

    @Transactional(readOnly = true)
    public Optional<SalesOrder> ofDeal(String dealNumber) {
        return stored.findByDealNumber(dealNumber).map(StoredOrder::toOrder);
    }

    /**
     * Gives up on what is still open, by line number; the rest of the order goes on. Publishes {@link OrderShortClosed}.
     *
     * @throws Problem {@code short-close-invalid} where more is given up than was ordered
     */
    @Transactional
    public void shortClose(String number, Map<Integer, BigDecimal> openByLine, String reason, Actor by) {
        StoredOrder order = locked(number);
        for (StoredOrderLine line : order.lines()) {
            BigDecimal open = openByLine.getOrDefault(line.lineNo(), BigDecimal.ZERO);
            if (open.signum() < 0 || open.compareTo(line.toDeliver()) > 0) {
                throw Problem.invalid(
                        "short-close-invalid",
                        "lines[" + (line.lineNo() - 1) + "]",
                        "Line " + line.lineNo() + " has "
                                + line.toDeliver().stripTrailingZeros().toPlainString() + " left to deliver");
            }
            line.giveUp(open);
        }
        if (openByLine.values().stream().anyMatch(open -> open.signum() > 0)) {
            credit.givenUp(stored.saveAndFlush(order).toOrder(), openByLine);
            events.publishEvent(new OrderShortClosed(order.dealNumber(), number));
            events.publishEvent(DealProgress.noted(
                    order.dealNumber(), "The rest of the order will not be delivered: " + reason, number, by));
        }
    }

    /** Everything is delivered, invoiced and paid. May be repeated. */
    @Transactional
    public void complete(String number) {
        StoredOrder order = locked(number);
        if (order.status() == SalesOrder.Status.CONFIRMED) {
            order.complete();
            credit.released(order.toOrder());
            events.publishEvent(DealProgress.reached(
                    order.dealNumber(), DealStage.CLOSED, "Everything is delivered and paid", number, Actor.PROGRAM));
        }
    }

    /** Cancels the order; publishes {@link OrderCancelled} in the same transaction, where a later room may refuse. May be repeated. */
    @Transactional
    public void cancel(String number, String reason, Actor by) {
        StoredOrder order = locked(number);
        if (order.status() == SalesOrder.Status.CANCELLED) {
            return;
        }
        if (order.status() == SalesOrder.Status.COMPLETED) {
            throw Problem.conflict("order-completed", "The order is completed", number + " is delivered and paid");
        }
        order.cancel(reason);
        // flushed, because rooms that listen read with plain SQL
        stored.saveAndFlush(order);
        credit.released(order.toOrder());
        events.publishEvent(new OrderCancelled(order.dealNumber(), number));
        mails.cancelled(order.toOrder(), reason);
        events.publishEvent(DealProgress.noted(order.dealNumber(), "Order cancelled: " + reason, number, by));
    }

    private void tellConfirmed(SalesOrder order) {
        boolean advance = order.advance().isPositive();
        String fact = "Order confirmed for PO " + order.poNumber() + ": " + Amounts.shown(order.grandTotal())
                + (advance ? ", advance " + Amounts.shown(order.advance()) : "");
        events.publishEvent(DealProgress.reached(
                order.dealNumber(),
                advance ? DealStage.AWAITING_ADVANCE : DealStage.ORDERED,
                fact,
                order.number(),
                Actor.PROGRAM));
    }

    /** Nobody else changes the order until the transaction ends; who reads what is open of it and then acts locks it first. @throws Problem not-found */
    @Transactional
    public void lock(String number) {
        locked(number);
    }

    private StoredOrder locked(String number) {
        return stored.lock(number).orElseThrow(() -> notFound(number));
    }

    private static Problem notFound(String number) {
        return Problem.notFound("order", number);
    }

    private String nextNumber(LocalDate today) {
        long serial = jdbc.sql("select nextval('sales_order_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(today), serial).value();
    }
}
