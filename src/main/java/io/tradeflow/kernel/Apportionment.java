package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits an amount over lines so that the shares add up to it, to the paisa. Each share is the line's part rounded to two decimals; the
 * last line takes the remainder. Where a remainder would turn the last line's share negative or larger than the line itself, the lines
 * before it bear the rest.
 */
public final class Apportionment {

    private static final int CENTS = 2;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(CENTS);

    private Apportionment() {}

    /**
     * @param amount with at most two decimals, of either sign
     * @param weights what the lines are split by, none negative
     * @param otherwise what they are split by where all weights are zero
     */
    public static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights, List<BigDecimal> otherwise) {
        BigDecimal exact = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (weights.isEmpty()) {
            if (exact.signum() != 0) {
                throw new IllegalArgumentException("There is no line to bear " + amount);
            }
            return List.of();
        }
        List<BigDecimal> by = sum(weights).signum() == 0 ? otherwise : weights;
        List<BigDecimal> shares = split(exact.abs(), by);
        return exact.signum() < 0 ? shares.stream().map(BigDecimal::negate).toList() : shares;
    }

    /**
     * What of a line's share is due once {@code done} of {@code whole} is delivered. Parts that each take what is due less what earlier
     * ones took add up to the share.
     */
    public static BigDecimal due(BigDecimal share, BigDecimal done, BigDecimal whole) {
        return done.compareTo(whole) >= 0
                ? share.setScale(CENTS, RoundingMode.UNNECESSARY)
                : share.multiply(done).divide(whole, CENTS, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> split(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal whole = sum(weights);
        List<BigDecimal> shares = new ArrayList<>();
        for (BigDecimal weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("A line weighs " + weight);
            }
            shares.add(
                    whole.signum() == 0 ? NOTHING : amount.multiply(weight).divide(whole, CENTS, RoundingMode.HALF_UP));
        }
        boolean capped = amount.compareTo(whole) <= 0;
        BigDecimal rest = amount.subtract(sum(shares));
        for (int index = shares.size() - 1; index >= 0 && rest.signum() != 0; index--) {
            BigDecimal borne = shares.get(index).add(rest).max(NOTHING);
            BigDecimal bearable = weights.get(index).setScale(CENTS, RoundingMode.DOWN);
            borne = capped ? borne.min(bearable) : whole.signum() > 0 && bearable.signum() == 0 ? NOTHING : borne;
            rest = rest.subtract(borne.subtract(shares.get(index)));
            shares.set(index, borne);
        }
        if (rest.signum() != 0) {
            shares.set(shares.size() - 1, shares.get(shares.size() - 1).add(rest));
        }
        return List.copyOf(shares);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(NOTHING, BigDecimal::add);
    }
}
