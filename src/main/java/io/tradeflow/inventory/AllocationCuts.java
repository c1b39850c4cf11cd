package io.tradeflow.inventory;

import io.tradeflow.inventory.AllocationTable.Reduction;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes away from allocations what the warehouse could not find or quality rejected. */
@Component
class AllocationCuts {

    private final StockBooks books;
    private final AllocationTable table;

    AllocationCuts(StockBooks books, AllocationTable table) {
        this.books = books;
        this.table = table;
    }

    void shortPick(Map<Long, BigDecimal> foundByAllocation, String reason) {
        List<Reduction> reductions = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        for (AllocationRow row : locked(foundByAllocation)) {
            BigDecimal found = foundByAllocation.get(row.id());
            boolean alreadyReleased = !row.live() && found.signum() == 0;
            if (found.compareTo(row.quantity()) < 0 && !alreadyReleased) {
                refuseUnlessLive(row);
                reductions.add(new Reduction(row.id(), found, BigDecimal.ZERO));
                movements.add(Movement.shortPick(row, row.quantity().subtract(found), reason));
            }
        }
        apply(reductions, movements);
    }

    void quarantine(Map<Long, BigDecimal> rejectedByAllocation, String reason) {
        List<Reduction> reductions = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        for (AllocationRow row : locked(rejectedByAllocation)) {
            BigDecimal rejected = rejectedByAllocation.get(row.id());
            boolean inspectedBefore = row.rejected().signum() > 0;
            if (rejected.signum() > 0 && !inspectedBefore) {
                refuseUnlessLive(row);
                refuseMoreThan(row, rejected);
                reductions.add(new Reduction(row.id(), row.quantity().subtract(rejected), rejected));
                movements.add(Movement.quarantine(row, rejected, reason));
            }
        }
        apply(reductions, movements);
    }

    private List<AllocationRow> locked(Map<Long, BigDecimal> byAllocation) {
        if (byAllocation.isEmpty()) {
            return List.of();
        }
        byAllocation.values().forEach(AllocationCuts::refuseNegative);
        books.lock(table.skusOf(byAllocation.keySet()));
        return table.rows(byAllocation.keySet());
    }

    private void apply(List<Reduction> reductions, List<Movement> movements) {
        if (!reductions.isEmpty()) {
            table.reduce(reductions);
            books.book(movements);
        }
    }

    private static void refuseNegative(BigDecimal quantity) {
        if (quantity.signum() < 0) {
            throw Problem.invalid("negative-quantity", "quantity", "A quantity cannot be negative: " + quantity);
        }
    }

    private static void refuseMoreThan(AllocationRow row, BigDecimal rejected) {
        if (rejected.compareTo(row.quantity()) > 0) {
            throw Problem.invalid(
                    "more-than-allocated",
                    "rejected",
                    "Only " + row.quantity().stripTrailingZeros().toPlainString() + " are allocated, "
                            + rejected.toPlainString() + " cannot be rejected");
        }
    }

    private static void refuseUnlessLive(AllocationRow row) {
        if (!row.live()) {
            throw Problem.conflict(
                    "allocation-ended",
                    "Allocation is over",
                    "The stock of order " + row.orderNumber() + " line " + row.orderLineNo()
                            + " is dispatched or released already");
        }
    }
}
