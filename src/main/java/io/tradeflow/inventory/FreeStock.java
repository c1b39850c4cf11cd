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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an order may take now: free, usable long enough for its buyer, and not due to somebody who is served before. */
@Component
class FreeStock {

    private final StockBooks books;
    private final Backorders backorders;
    private final RemainingLife life;
    private final WarehouseDistances distances;
    private final WarehouseSuits suits;
    private final Clock clock;

    FreeStock(
            StockBooks books,
            Backorders backorders,
            RemainingLife life,
            WarehouseDistances distances,
            WarehouseSuits suits,
            Clock clock) {
        this.books = books;
        this.backorders = backorders;
        this.life = life;
        this.distances = distances;
        this.suits = suits;
        this.clock = clock;
    }

    /** Only for who has locked the products. */
    List<Candidate> inTurn(String buyerCode, Collection<String> skus, Turn turn) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = today.plusDays(life.days(buyerCode));
        return Queue.left(books.usable(skus, today), backorders.before(skus, turn), today).stream()
                .filter(candidate -> candidate.lastsUntil(until))
                .toList();
    }

    SplitPlan.Plan split(SalesOrder order, List<Need> needs, List<Candidate> free, Routing routing) {
        if (free.isEmpty()) {
            return new SplitPlan.Plan(List.of(), List.of());
        }
        Map<String, BigDecimal> km = distances.to(order.shipTo().pin());
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
