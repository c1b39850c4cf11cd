package io.tradeflow.inventory;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inventory.StockHolds.Wanted;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a deal is about: the lines of its order, or of its quote as long as there is none. */
@Service
@Transactional
public class DealHolds {

    private final StockHolds holds;
    private final SalesOrders orders;
    private final Quotations quotations;
    private final Inquiries inquiries;
    private final Clock clock;

    DealHolds(StockHolds holds, SalesOrders orders, Quotations quotations, Inquiries inquiries, Clock clock) {
        this.holds = holds;
        this.orders = orders;
        this.quotations = quotations;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** Keeps as much as is free for so long, in place of what is kept so far; gives until when, or nothing where nothing is free. */
    public Optional<Instant> place(String dealNumber, Duration howLong) {
        Instant until = clock.instant().plus(howLong);
        Optional<SalesOrder> order = orders.ofDeal(dealNumber);
        boolean kept = order.isPresent()
                ? holds.place(dealNumber, order.get().buyerCode(), wanted(order.get()), until)
                : placeForQuote(dealNumber, until);
        return kept ? Optional.of(until) : Optional.empty();
    }

    /** Segment of the deal's buyer as it was decided; null before. */
    @Transactional(readOnly = true)
    public String segment(String dealNumber) {
        return inquiries.inquiry(dealNumber).segment();
    }

    private boolean placeForQuote(String dealNumber, Instant until) {
        Optional<Quote> quote = quotations.currentOfDeal(dealNumber);
        return quote.isPresent() && holds.place(dealNumber, quote.get().buyerCode(), wanted(quote.get()), until);
    }

    private static List<Wanted> wanted(SalesOrder order) {
        return order.lines().stream()
                .filter(line -> line.toDeliver().signum() > 0)
                .map(line -> wanted(line.lineNo(), line.sku(), line.toDeliver()))
                .toList();
    }

    private static List<Wanted> wanted(Quote quote) {
        return quote.firmLines().stream()
                .map(line -> wanted(line.lineNo(), line.sku(), line.quantity().value()))
                .toList();
    }

    private static Wanted wanted(int lineNo, String sku, BigDecimal quantity) {
        return new Wanted(lineNo, sku, quantity);
    }
}
