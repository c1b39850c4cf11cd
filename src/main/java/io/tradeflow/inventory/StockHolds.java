package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.inventory.Fefo.Take;
import io.tradeflow.inventory.StockHoldTable.Outcome;
import io.tradeflow.inventory.StockHoldTable.Row;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps stock for deals whose orders cannot be allocated yet, each for a while. A hold ends when the order is allocated, when the deal needs it
 * no more, or when its time is over; whoever looks for stock ends those that are over, so that no timer that comes late keeps goods from others.
 */
@Service
@Transactional
public class StockHolds {

    /** What is wanted of a product, in its unit. */
    public record Wanted(int lineNo, String sku, BigDecimal quantity) {}

    private final StockHoldTable table;
    private final StockBooks books;
    private final FreeStock free;
    private final RemainingLife life;
    private final ApplicationEventPublisher events;

    StockHolds(
            StockHoldTable table,
            StockBooks books,
            FreeStock free,
            RemainingLife life,
            ApplicationEventPublisher events) {
        this.table = table;
        this.books = books;
        this.free = free;
        this.life = life;
        this.events = events;
    }

    /**
     * Keeps as much of this as is free until the moment given, in place of what is kept for the deal so far; gives whether anything is kept. Orders
     * that wait for the same goods come first.
     */
    public boolean place(String dealNumber, String buyerCode, List<Wanted> wanted, Instant until) {
        Set<String> skus = wanted.stream().map(Wanted::sku).collect(Collectors.toCollection(TreeSet::new));
        skus.addAll(skusOf(dealNumber));
        books.lock(skus);
        List<Row> before = endOver(dealNumber, table.ofDealOrOver(dealNumber, skus));
        if (!before.isEmpty()) {
            end(before, Outcome.RENEWED);
            events.publishEvent(new StockHoldOver(dealNumber));
        }
        List<Candidate> candidates = free.inTurn(skus, Turn.withoutOrder(Routing.USUAL_PRIORITY), life.days(buyerCode));
        List<Take> takes = take(wanted, candidates);
        if (!takes.isEmpty()) {
            table.insert(dealNumber, takes, until);
            books.book(takes.stream()
                    .map(take -> Movement.hold(take.balanceId(), take.quantity(), dealNumber))
                    .toList());
        }
        return !takes.isEmpty();
    }

    /** The deal needs nothing kept any more; those who wait for the goods may go on. May be repeated. */
    public void release(String dealNumber) {
        giveUp(dealNumber, Outcome.RELEASED);
    }

    /** The time of what is kept for the deal is over. May be repeated. */
    public void expire(String dealNumber) {
        if (giveUp(dealNumber, Outcome.EXPIRED)) {
            events.publishEvent(DealProgress.internal(
                    dealNumber,
                    "Stock was kept for this deal long enough; it is free for others now",
                    null,
                    Actor.PROGRAM));
        }
    }

    @Transactional(readOnly = true)
    public List<StockHold> ofDeal(String dealNumber) {
        return table.shown(dealNumber);
    }

    /** SKUs of which something is kept for the deal. */
    Set<String> skusOf(String dealNumber) {
        return table.ofDeal(dealNumber).stream().map(Row::sku).collect(Collectors.toSet());
    }

    /** What is taken of the order and which holds matter to it. The products must be locked. */
    StockHoldTable.Look look(String orderNumber, String dealNumber, Collection<String> locked) {
        return table.look(orderNumber, dealNumber, locked);
    }

    /** The order is allocated now: what was kept for its deal is free for that, by SKU. @param live as {@link #look} gave them */
    Map<String, BigDecimal> convert(String dealNumber, List<Row> live) {
        List<Row> kept = endOver(dealNumber, live);
        if (kept.isEmpty()) {
            return Map.of();
        }
        end(kept, Outcome.ALLOCATED);
        events.publishEvent(new StockHoldOver(dealNumber));
        Map<String, BigDecimal> freed = new HashMap<>();
        kept.forEach(row -> freed.merge(row.sku(), row.quantity(), BigDecimal::add));
        return freed;
    }

    private boolean giveUp(String dealNumber, Outcome outcome) {
        Set<String> skus = skusOf(dealNumber);
        if (skus.isEmpty()) {
            return false;
        }
        books.lock(skus);
        List<Row> kept = table.ofDeal(dealNumber);
        if (kept.isEmpty()) {
            return false;
        }
        end(kept, outcome);
        if (outcome != Outcome.EXPIRED) {
            // the process whose time is over knows it
            events.publishEvent(new StockHoldOver(dealNumber));
        }
        events.publishEvent(new StockArrived(skus));
        return true;
    }

    /** Ends of these holds what is over, whosever it is, and gives what is kept for the deal. */
    private List<Row> endOver(String dealNumber, List<Row> live) {
        List<Row> over = live.stream()
                .filter(row -> row.over() && !row.dealNumber().equals(dealNumber))
                .toList();
        if (!over.isEmpty()) {
            end(over, Outcome.EXPIRED);
            over.stream().map(Row::dealNumber).distinct().forEach(deal -> events.publishEvent(new StockHoldOver(deal)));
        }
        return live.stream().filter(row -> row.dealNumber().equals(dealNumber)).toList();
    }

    private void end(List<Row> rows, Outcome outcome) {
        table.end(rows, outcome);
        books.book(rows.stream().map(Row::ended).toList());
    }

    private static List<Take> take(List<Wanted> wanted, List<Candidate> candidates) {
        List<Need> needs = wanted.stream()
                .map(line -> new Need(line.lineNo(), line.sku(), line.quantity()))
                .toList();
        Map<Long, BigDecimal> left = new HashMap<>();
        candidates.forEach(candidate -> left.put(candidate.balanceId(), candidate.available()));
        List<Candidate> inOrder =
                candidates.stream().sorted(Fefo.FIRST_EXPIRED_FIRST_OUT).toList();
        Map<String, List<Candidate>> bySku = Fefo.candidatesBySku(inOrder);
        List<Take> takes = new ArrayList<>();
        needs.forEach(need -> Fefo.take(need, bySku.getOrDefault(need.sku(), List.of()), left, takes));
        return takes;
    }
}
