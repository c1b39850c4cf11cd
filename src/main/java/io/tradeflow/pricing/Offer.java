package io.tradeflow.pricing;

import io.tradeflow.pricing.PriceTrace.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a row comes to for a line. {@code distance} as {@link PricedProduct#distance} counts. */
record Offer(CandidateRow candidate, int distance, BigDecimal price, List<Step> steps) {

    private static final int PRICE_DECIMALS = 4;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Within a level: nearest, largest tier, latest start, highest priority, lowest price, oldest row. Never a tie. */
    static final Comparator<Offer> BEST_FIRST = Comparator.comparingInt(Offer::distance)
            .thenComparing(offer -> offer.candidate().row().fromQuantity(), Comparator.reverseOrder())
            .thenComparing(offer -> offer.candidate().row().validFrom(), Comparator.reverseOrder())
            .thenComparing(offer -> offer.candidate().row().priority(), Comparator.reverseOrder())
            .thenComparing(Offer::price)
            .thenComparing(offer -> offer.candidate().id());

    static Offer fixed(CandidateRow candidate, int distance, String words) {
        BigDecimal price = candidate.row().unitPrice().setScale(PRICE_DECIMALS, RoundingMode.UNNECESSARY);
        return new Offer(candidate, distance, price, List.of(new Step(words, price, price)));
    }

    /** Empty where the rule leaves nothing of the price. {@code words} say what {@code of} is. */
    static Optional<Offer> worked(CandidateRow candidate, int distance, BigDecimal of, String words) {
        PriceRule rule = candidate.row().rule();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(words, of, of));
        BigDecimal price = add(of.multiply(rule.percent()).divide(HUNDRED), of, percentWords(rule), steps);
        BigDecimal unit = rule.roundTo() == null ? CENT : rule.roundTo();
        BigDecimal rounded = price.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit);
        if (rounded.compareTo(price) != 0) {
            price = add(rounded.subtract(price), price, "Rounded to " + PriceWords.amount(unit), steps);
        }
        if (rule.surcharge() != null && rule.surcharge().signum() != 0) {
            price = add(rule.surcharge(), price, "Surcharge per unit", steps);
        }
        return price.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        new Offer(candidate, distance, price.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP), steps));
    }

    private static BigDecimal add(BigDecimal change, BigDecimal to, String words, List<Step> steps) {
        BigDecimal price = to.add(change);
        steps.add(new Step(words, PriceFigures.tidy(change), PriceFigures.tidy(price)));
        return price;
    }

    private static String percentWords(PriceRule rule) {
        String words = PriceWords.percent(rule.percent());
        return rule.percent().signum() <= 0 ? words : words.replace(" of", "");
    }

    /** Why this one, of the same level, stands behind the winner. */
    String behind(Offer winner, String unit) {
        if (distance != winner.distance) {
            return winner.distance == 0 ? "a row for the SKU itself is nearer" : "a row for a nearer category won";
        }
        PriceRow own = candidate.row();
        PriceRow other = winner.candidate.row();
        if (own.fromQuantity().compareTo(other.fromQuantity()) != 0) {
            return "larger tier from " + PriceWords.quantity(other.fromQuantity(), unit) + " reached";
        }
        if (!own.validFrom().equals(other.validFrom())) {
            return "a later start won, " + PriceWords.day(other.validFrom());
        }
        if (!own.priority().equals(other.priority())) {
            return "a higher priority won, " + other.priority();
        }
        return price.compareTo(winner.price) != 0
                ? "a lower price won, " + PriceWords.amount(winner.price)
                : "the same in all; the older row won";
    }
}
