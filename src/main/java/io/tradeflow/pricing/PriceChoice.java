package io.tradeflow.pricing;

import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.PriceTrace.Candidate;
import io.tradeflow.pricing.PriceTrace.Loser;
import io.tradeflow.pricing.PriceTrace.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the price of one line. The level nearest to the buyer that has a price wins: contract, customer, group, channel, base. Inside it
 * {@link Offer#BEST_FIRST} decides. A percentage rule without what it is a percentage of has no price. The order is total, so the outcome
 * never depends on the order in which rows were loaded.
 */
final class PriceChoice {

    private static final List<Level> FURTHEST_FIRST =
            List.of(Level.BASE, Level.CHANNEL, Level.GROUP, Level.CUSTOMER, Level.CONTRACT);

    private final PricedProduct product;
    private final BigDecimal quantity;
    private final LocalDate on;
    private final List<CandidateRow> rows;
    private final Map<Long, Offer> offers = new HashMap<>();
    private Offer list;
    private Offer winner;

    /** @param rows of the buyer and currency; those that are for other products do not count */
    PriceChoice(PricedProduct product, BigDecimal quantity, LocalDate on, Collection<CandidateRow> rows) {
        this.product = product;
        this.quantity = quantity;
        this.on = on;
        this.rows = rows.stream().filter(row -> distance(row) >= 0).toList();
        choose();
    }

    private void choose() {
        list = rows.stream()
                .filter(row -> row.level() == Level.BASE && row.row().isFixed() && isOfTheDay(row))
                .filter(row -> row.isReachedBy(BigDecimal.ONE))
                .map(this::fixed)
                .min(Offer.BEST_FIRST)
                .orElse(null);
        for (Level level : FURTHEST_FIRST) {
            Offer below = winner;
            rows.stream()
                    .filter(row -> row.level() == level && isOfTheDay(row) && row.isReachedBy(quantity))
                    .flatMap(row -> offer(row, below).stream())
                    .peek(offer -> offers.put(offer.candidate().id(), offer))
                    .min(Offer.BEST_FIRST)
                    .ifPresent(offer -> winner = offer);
        }
    }

    /** The offer that wins, empty where no row has a price for this quantity on this day. */
    Optional<Offer> winner() {
        return Optional.ofNullable(winner);
    }

    /** What one unit costs anybody; the winner where there is no such row. */
    BigDecimal listPrice() {
        return list == null ? winner.price() : list.price();
    }

    String reason() {
        return words(winner.candidate());
    }

    /** The smallest quantity that has a fixed price on the day; empty where none has. */
    Optional<BigDecimal> smallestTier() {
        return rows.stream()
                .filter(row -> isOfTheDay(row) && row.row().isFixed())
                .map(row -> row.row().fromQuantity())
                .min(Comparator.naturalOrder());
    }

    /** @param last steps after those of the winner */
    PriceTrace trace(List<Step> last) {
        List<Step> steps = new ArrayList<>(winner.steps());
        steps.addAll(last);
        CandidateRow won = winner.candidate();
        return new PriceTrace(
                new Candidate(won.id(), won.level().name(), words(won), PriceFigures.tidy(winner.price())),
                rows.stream()
                        .filter(row -> row != won)
                        .sorted(Comparator.comparing(CandidateRow::level)
                                .thenComparing(this::distance)
                                .thenComparing(row -> row.row().fromQuantity())
                                .thenComparing(row -> row.row().validFrom())
                                .thenComparing(CandidateRow::id))
                        .map(this::loser)
                        .toList(),
                steps.stream().map(PriceChoice::tidied).toList());
    }

    private Loser loser(CandidateRow row) {
        Offer offer = offers.get(row.id());
        return new Loser(
                row.id(),
                row.level().name(),
                words(row),
                offer != null
                        ? PriceFigures.tidy(offer.price())
                        : row.row().isFixed() ? PriceFigures.tidy(row.row().unitPrice()) : null,
                whyLost(row, offer));
    }

    private String whyLost(CandidateRow row, Offer offer) {
        if (row.hasEndedBy(on)) {
            boolean byContract = !row.endsOn().equals(row.row().validUntil());
            return (byContract ? "the contract expired " : "expired ") + PriceWords.day(row.endsOn());
        }
        if (!row.hasStartedBy(on)) {
            return "starts " + PriceWords.day(row.startsOn());
        }
        if (!row.isReachedBy(quantity)) {
            return "quantity " + PriceWords.plain(row.row().fromQuantity()) + " not reached";
        }
        if (offer == null) {
            return row.row().rule().of() == PriceRule.Of.LIST && list == null
                    ? "there is no list price to work from"
                    : row.row().rule().of() == PriceRule.Of.BELOW
                            ? "there is no price below to work from"
                            : "nothing is left of the price";
        }
        return row.level() == winner.candidate().level()
                ? offer.behind(winner, product.unit())
                : "nearer level won: " + PriceWords.level(winner.candidate().level());
    }

    private Optional<Offer> offer(CandidateRow row, Offer below) {
        if (row.row().isFixed()) {
            return Optional.of(fixed(row));
        }
        if (row.row().rule().of() == PriceRule.Of.LIST) {
            return list == null
                    ? Optional.empty()
                    : Offer.worked(row, distance(row), list.price(), "List price: " + words(list.candidate()));
        }
        return below == null
                ? Optional.empty()
                : Offer.worked(row, distance(row), below.price(), "Price below: " + words(below.candidate()));
    }

    private Offer fixed(CandidateRow row) {
        return Offer.fixed(row, distance(row), words(row));
    }

    private boolean isOfTheDay(CandidateRow row) {
        return row.hasStartedBy(on) && !row.hasEndedBy(on);
    }

    private int distance(CandidateRow row) {
        return product.distance(row.row().sku(), row.row().category());
    }

    private String words(CandidateRow row) {
        return PriceWords.of(row.row(), product.unit());
    }

    private static Step tidied(Step step) {
        return new Step(step.words(), PriceFigures.tidy(step.change()), PriceFigures.tidy(step.price()));
    }
}
