package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an order may take now: free, usable long enough for its buyer, and not due to somebody who is served before. */
@Component
class FreeStock {

    private final StockBooks books;
    private final Backorders backorders;
    private final WarehouseSuits suits;
    private final Clock clock;

    FreeStock(StockBooks books, Backorders backorders, WarehouseSuits suits, Clock clock) {
        this.books = books;
        this.backorders = backorders;
        this.suits = suits;
        this.clock = clock;
    }

    /** Only for who has locked the products. @param remainingDays the batches must still be usable */
    List<Candidate> inTurn(Collection<String> skus, Turn turn, int remainingDays) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = today.plusDays(remainingDays);
        return Queue.left(books.usable(skus, today), backorders.before(skus, turn), today).stream()
                .filter(candidate -> candidate.lastsUntil(until))
                .toList();
    }

    /** What is free of the product whoever waits for it, earliest expiry first. Only for who has locked it. */
    List<Candidate> usable(String sku, int remainingDays) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = today.plusDays(remainingDays);
        return books.usable(Set.of(sku), today).stream()
                .filter(candidate -> candidate.lastsUntil(until))
                .sorted(Fefo.FIRST_EXPIRED_FIRST_OUT)
                .toList();
    }

    /** @param km by warehouse to where the goods go */
    SplitPlan.Plan split(
            SalesOrder order, List<Need> needs, List<Candidate> free, Routing routing, Map<String, BigDecimal> km) {
        if (free.isEmpty()) {
            return new SplitPlan.Plan(List.of(), List.of());
        }
        List<WarehouseSuits.Facts> facts =
                free.stream().collect(Collectors.groupingBy(Candidate::warehouseCode)).entrySet().stream()
                        .map(there -> new WarehouseSuits.Facts(
                                there.getKey(),
                                there.getKey().equals(routing.preferredWarehouse()),
                                km.get(there.getKey()),
                                SplitPlan.percent(needs, there.getValue())))
                        .toList();
        return SplitPlan.of(needs, free, suits.judge(order, facts), routing);
    }
}
