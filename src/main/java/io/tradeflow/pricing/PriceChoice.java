package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which of the rows that apply wins: the level nearest to the buyer (customer, group, base); within it the largest quantity
 * tier reached; then the latest start; then the lowest price; then the oldest row. The order is total, so the outcome never
 * depends on the order in which rows were loaded.
 */
final class PriceChoice {

    /** The list price is what one unit costs anybody. */
    private static final BigDecimal ONE = BigDecimal.ONE;

    static final Comparator<CandidateRow> BEST_FIRST = Comparator.comparing(CandidateRow::level)
            .thenComparing(CandidateRow::fromQuantity, Comparator.reverseOrder())
            .thenComparing(CandidateRow::validFrom, Comparator.reverseOrder())
            .thenComparing(CandidateRow::unitPrice)
            .thenComparing(CandidateRow::id);

    private PriceChoice() {}

    /** The row for this quantity; empty where none is reached. */
    static Optional<CandidateRow> winner(Collection<CandidateRow> rows, BigDecimal quantity) {
        return rows.stream().filter(row -> row.isReachedBy(quantity)).min(BEST_FIRST);
    }

    /** The base row for quantity one; empty where there is none. */
    static Optional<CandidateRow> list(Collection<CandidateRow> rows) {
        return winner(
                rows.stream().filter(row -> row.level() == PriceRow.Level.BASE).toList(), ONE);
    }

    /** The smallest quantity that has a price; empty where nothing has. */
    static Optional<BigDecimal> smallestTier(Collection<CandidateRow> rows) {
        return rows.stream().map(CandidateRow::fromQuantity).min(Comparator.naturalOrder());
    }
}
