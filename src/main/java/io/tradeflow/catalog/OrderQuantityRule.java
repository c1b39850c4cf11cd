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

    /** @param quantity in the product's unit */
    public static Check check(Product product, BigDecimal quantity) {
        return check(product, quantity, null);
    }

    /**
     * @param quantity in the product's unit
     * @param packaging what the quantity was given in, so that it is spoken of in both units; null for the product's own
     */
    public static Check check(Product product, BigDecimal quantity, PackagingUnit packaging) {
        Words words = new Words(product, packaging);
        if (quantity.signum() <= 0) {
            return refused(words, "The quantity is more than zero", List.of(smallest(product)));
        }
        BigDecimal smallest = smallest(product);
        if (quantity.compareTo(product.minimumOrderQuantity()) < 0) {
            return refused(
                    words, "The minimum order is " + words.of(product.minimumOrderQuantity()), List.of(smallest));
        }
        BigDecimal multiple = product.orderMultiple();
        if (quantity.remainder(multiple).signum() == 0) {
            return Check.FINE;
        }
        BigDecimal above = roundedTo(multiple, quantity, RoundingMode.CEILING);
        BigDecimal below = above.subtract(multiple);
        return refused(
                words,
                "It is ordered in multiples of " + words.of(multiple),
                below.compareTo(smallest) < 0 ? List.of(smallest) : List.of(below, above));
    }

    /** The smallest valid quantity: the first multiple that is not below the minimum. */
    public static BigDecimal smallest(Product product) {
        return roundedTo(product.orderMultiple(), product.minimumOrderQuantity(), RoundingMode.CEILING);
    }

    private static Check refused(Words words, String why, List<BigDecimal> proposals) {
        String nearest = proposals.stream().map(words::of).collect(Collectors.joining(" or "));
        return new Check(false, why + "; nearest possible: " + nearest, proposals);
    }

    private static BigDecimal roundedTo(BigDecimal multiple, BigDecimal quantity, RoundingMode direction) {
        return quantity.divide(multiple, 0, direction).multiply(multiple);
    }

    /** Quantities as they are spoken of: "60 NOS", or "60 NOS (5 BOX)". */
    private record Words(Product product, PackagingUnit packaging) {

        String of(BigDecimal quantity) {
            String own = new Quantity(quantity, product.unit()).toString();
            BigDecimal packages = packaging == null ? null : packaging.wholePackages(quantity);
            return packages == null ? own : own + " (" + new Quantity(packages, packaging.unit()) + ")";
        }
    }
}
