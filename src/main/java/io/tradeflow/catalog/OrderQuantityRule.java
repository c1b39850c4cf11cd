package io.tradeflow.catalog;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Minimum order quantity and order multiple of a product. A quantity is valid when it is not below the minimum and a whole
 * number of multiples. Quantities are never rounded for the buyer: the nearest valid ones are proposed.
 */
public final class OrderQuantityRule {

    private OrderQuantityRule() {}

    /** What came of the check; {@code proposals} are the nearest valid quantities, smallest first, none if it is valid. */
    public record Check(boolean valid, String message, List<BigDecimal> proposals) {

        private static final Check FINE = new Check(true, "", List.of());

        public Check {
            proposals = List.copyOf(proposals);
        }
    }

    /** By the product's own minimum and multiple. @param quantity in the product's unit */
    public static Check check(Product product, BigDecimal quantity) {
        return check(product.unit(), product.minimumOrderQuantity(), product.orderMultiple(), quantity);
    }

    /** By an agreed minimum and multiple. */
    public static Check check(String unit, BigDecimal minimum, BigDecimal multiple, BigDecimal quantity) {
        BigDecimal smallest = roundedTo(multiple, minimum, RoundingMode.CEILING);
        if (quantity.signum() <= 0) {
            return refused(unit, "The quantity is more than zero", List.of(smallest));
        }
        if (quantity.compareTo(minimum) < 0) {
            return refused(unit, "The minimum order is " + new Quantity(minimum, unit), List.of(smallest));
        }
        if (quantity.remainder(multiple).signum() == 0) {
            return Check.FINE;
        }
        BigDecimal above = roundedTo(multiple, quantity, RoundingMode.CEILING);
        BigDecimal below = above.subtract(multiple);
        return refused(
                unit,
                "It is ordered in multiples of " + new Quantity(multiple, unit),
                below.compareTo(smallest) < 0 ? List.of(smallest) : List.of(below, above));
    }

    /** The smallest valid quantity: the first multiple that is not below the minimum. */
    public static BigDecimal smallest(Product product) {
        return roundedTo(product.orderMultiple(), product.minimumOrderQuantity(), RoundingMode.CEILING);
    }

    private static Check refused(String unit, String why, List<BigDecimal> proposals) {
        String nearest = proposals.stream()
                .map(proposal -> new Quantity(proposal, unit).toString())
                .collect(Collectors.joining(" or "));
        return new Check(false, why + "; nearest possible: " + nearest, proposals);
    }

    private static BigDecimal roundedTo(BigDecimal multiple, BigDecimal quantity, RoundingMode direction) {
        return quantity.divide(multiple, 0, direction).multiply(multiple);
    }
}
