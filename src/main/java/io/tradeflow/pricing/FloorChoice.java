package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which floor counts for a product: the nearest (SKU, category up the tree, everything), then the latest start, then the oldest. */
final class FloorChoice {

    private static final int CENTS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FloorChoice() {}

    /** @param price what a unit may not go below, @param words the floor in words */
    record Limit(BigDecimal price, String words) {}

    /** @param cost of a unit in the currency of the prices; null where it is not known, then floors over cost cannot be checked */
    static Optional<Limit> limit(PricedProduct product, BigDecimal cost, Collection<Floor> floors, LocalDate on) {
        return floors.stream()
                .filter(floor -> floor.countsOn(on))
                .filter(floor -> product.distance(floor.sku(), floor.category()) >= 0)
                .filter(floor -> floor.amount() != null || cost != null)
                .min(Comparator.<Floor>comparingInt(floor -> product.distance(floor.sku(), floor.category()))
                        .thenComparing(Floor::validFrom, Comparator.reverseOrder())
                        .thenComparing(Floor::id))
                .map(floor -> limit(floor, cost));
    }

    private static Limit limit(Floor floor, BigDecimal cost) {
        if (floor.amount() != null) {
            return new Limit(floor.amount(), "Floor " + PriceWords.amount(floor.amount()));
        }
        // up, so that what is shown as the floor is never below it
        BigDecimal price = cost.multiply(HUNDRED.add(floor.overCost())).divide(HUNDRED, CENTS, RoundingMode.UP);
        return new Limit(
                price,
                "Floor " + PriceWords.amount(price) + ", " + PriceWords.plain(floor.overCost()) + " % over cost");
    }
}
