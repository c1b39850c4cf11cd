package io.tradeflow.pricing;

import io.tradeflow.kernel.Percentage;
import io.tradeflow.pricing.BulkBand.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which band of the bulk discounts an order reaches. The group's before everybody's; then of each measure the largest band reached,
 * of the same ones the latest start; of value and quantity the one that gives more; then the older. One band only, once.
 */
final class BulkChoice {

    private static final Comparator<BulkBand> LARGEST_FIRST = Comparator.comparing(
                    (BulkBand band) -> band.priceTier() == null)
            .thenComparing(BulkBand::fromAmount, Comparator.reverseOrder())
            .thenComparing(BulkBand::validFrom, Comparator.reverseOrder())
            .thenComparing(BulkBand::id);

    private static final Comparator<BulkBand> BEST_FIRST = Comparator.comparing(
                    (BulkBand band) -> band.priceTier() == null)
            .thenComparing(BulkBand::percent, Comparator.reverseOrder())
            .thenComparing(BulkBand::measure)
            .thenComparing(BulkBand::id);

    private final List<BulkDiscount.Line> lines;
    private final LocalDate on;

    BulkChoice(List<BulkDiscount.Line> lines, LocalDate on) {
        this.lines = lines;
        this.on = on;
    }

    /** @param bands of the buyer's group or of everybody, in the currency of the lines */
    BulkDiscount of(Collection<BulkBand> bands) {
        // the largest of each measure and unit, then the best of these
        BulkBand winner = bands.stream()
                .filter(this::isReached)
                .collect(Collectors.groupingBy(
                        band -> List.of(band.measure(), String.valueOf(band.unit())), Collectors.minBy(LARGEST_FIRST)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .min(BEST_FIRST)
                .orElse(null);
        List<BulkDiscount.Other> others = bands.stream()
                .filter(band -> band != winner)
                .sorted(LARGEST_FIRST)
                .map(band -> new BulkDiscount.Other(band.id(), words(band), whyNot(band, winner)))
                .toList();
        return winner == null
                ? new BulkDiscount(null, Percentage.ZERO, "No band of the bulk discounts is reached", others)
                : new BulkDiscount(winner.id(), new Percentage(winner.percent()), words(winner), others);
    }

    private boolean isReached(BulkBand band) {
        return hasStarted(band) && !hasEnded(band) && band.fromAmount().compareTo(reached(band)) <= 0;
    }

    private BigDecimal reached(BulkBand band) {
        return lines.stream()
                .filter(line -> band.measure() == Measure.VALUE || line.unit().equals(band.unit()))
                .map(line -> band.measure() == Measure.VALUE ? line.net() : line.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean hasStarted(BulkBand band) {
        return !on.isBefore(band.validFrom());
    }

    private boolean hasEnded(BulkBand band) {
        return band.validUntil() != null && on.isAfter(band.validUntil());
    }

    private String whyNot(BulkBand band, BulkBand winner) {
        if (hasEnded(band)) {
            return "expired " + PriceWords.day(band.validUntil());
        }
        if (!hasStarted(band)) {
            return "starts " + PriceWords.day(band.validFrom());
        }
        if (!isReached(band)) {
            return amount(band, band.fromAmount()) + " not reached: the order has " + amount(band, reached(band));
        }
        if ((band.priceTier() == null) != (winner.priceTier() == null)) {
            return "the group's own discount won";
        }
        return "another band won: " + new Percentage(winner.percent());
    }

    private static String words(BulkBand band) {
        return new Percentage(band.percent()) + " bulk discount"
                + (band.priceTier() == null ? "" : " for group " + band.priceTier()) + " from "
                + amount(band, band.fromAmount());
    }

    private static String amount(BulkBand band, BigDecimal amount) {
        return band.measure() == Measure.VALUE
                ? PriceWords.amount(amount) + " " + band.currency()
                : PriceWords.quantity(amount, band.unit());
    }
}
