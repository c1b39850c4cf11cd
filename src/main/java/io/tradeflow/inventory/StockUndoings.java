package io.tradeflow.inventory;

import io.tradeflow.ordering.CancellationEffect;
import io.tradeflow.ordering.CancellationEffects;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What cancelling undoes of stock: what is kept, allocated, and waited for. */
@Component
@Order(3)
class StockUndoings implements CancellationEffects {

    private final Allocations allocations;
    private final StockHolds holds;
    private final WaitingOrders waiting;

    StockUndoings(Allocations allocations, StockHolds holds, WaitingOrders waiting) {
        this.allocations = allocations;
        this.holds = holds;
        this.waiting = waiting;
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        List<CancellationEffect> undone = new ArrayList<>();
        long kept =
                holds.ofDeal(dealNumber).stream().map(StockHold::sku).distinct().count();
        if (kept > 0) {
            undone.add(new CancellationEffect(
                    "HOLD",
                    "Stock of " + products(kept) + " that is kept for the deal is free for others",
                    "What we keep for you is free for others"));
        }
        order.ifPresent(found -> {
            List<Allocation> allocated = allocations.ofOrder(found.number());
            if (!allocated.isEmpty()) {
                undone.add(new CancellationEffect(
                        "STOCK",
                        "Stock of "
                                + products(allocated.stream()
                                        .map(Allocation::sku)
                                        .distinct()
                                        .count()) + " in "
                                + String.join(
                                        ", ",
                                        allocated.stream()
                                                .map(Allocation::warehouseCode)
                                                .distinct()
                                                .sorted()
                                                .toList())
                                + " is free for those who wait for it",
                        "The goods set aside for you are free for others"));
            }
            int lines = waiting.ofOrder(found.number()).size();
            if (lines > 0) {
                undone.add(CancellationEffect.forBoth(
                        "STOCK",
                        (lines == 1 ? "One line loses its" : lines + " lines lose their") + " turn for goods to come"));
            }
        });
        return undone;
    }

    @Override
    public Optional<String> obstacle(SalesOrder order) {
        return allocations.anyDispatched(order.number())
                ? Optional.of("Goods of " + order.number() + " have left; what has not left can be cancelled")
                : Optional.empty();
    }

    @Override
    public BigDecimal owedAgain(SalesOrder order) {
        return allocations.owedAgain(order.number());
    }

    private static String products(long count) {
        return count == 1 ? "one product" : count + " products";
    }
}
