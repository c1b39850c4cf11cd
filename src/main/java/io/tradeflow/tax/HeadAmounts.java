package io.tradeflow.tax;

import io.tradeflow.tax.TaxRules.RatedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tax per head: computed per rate on the summed taxable value, rounded once, and handed to the lines with a running
 * remainder so that the lines add up to it. Two lines of 7.60 at 12 % bear 0.46 and 0.45 per half, together 0.91.
 */
final class HeadAmounts {

    static final int PAISA = 2;
    static final int RUPEE = 0;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(PAISA);

    private HeadAmounts() {}

    static List<TaxComputation.Line> of(List<RatedLine> lines, boolean interState) {
        return of(lines, interState, PAISA);
    }

    /** @param decimals of each head: {@link #PAISA}, or {@link #RUPEE} where each head is rounded to the rupee */
    static List<TaxComputation.Line> of(List<RatedLine> lines, boolean interState, int decimals) {
        Map<BigDecimal, BigDecimal> soFarByRate = new HashMap<>();
        List<TaxComputation.Line> taxed = new ArrayList<>();
        for (RatedLine line : lines) {
            BigDecimal rate = line.rate().stripTrailingZeros();
            BigDecimal before = soFarByRate.getOrDefault(rate, BigDecimal.ZERO);
            BigDecimal after = before.add(line.taxableValue());
            soFarByRate.put(rate, after);
            // head on the lines up to this one, less head on the lines before it: what is left of rounding moves on
            BigDecimal head =
                    head(after, rate, interState, decimals).subtract(head(before, rate, interState, decimals));
            taxed.add(taxed(line, line.taxableValue(), head, interState));
        }
        return taxed;
    }

    /**
     * Takes lines whose values include the tax apart. Value and head are each rounded once per rate, so they may miss the price by a paisa
     * or two; what is missed is the caller's to book.
     */
    static List<TaxComputation.Line> outOf(List<RatedLine> inclusive, boolean interState) {
        Map<BigDecimal, BigDecimal> soFarByRate = new HashMap<>();
        List<TaxComputation.Line> taxed = new ArrayList<>();
        for (RatedLine line : inclusive) {
            BigDecimal rate = line.rate().stripTrailingZeros();
            BigDecimal before = soFarByRate.getOrDefault(rate, BigDecimal.ZERO);
            BigDecimal after = before.add(line.taxableValue());
            soFarByRate.put(rate, after);
            BigDecimal value = part(after, HUNDRED, rate).subtract(part(before, HUNDRED, rate));
            BigDecimal share = interState ? rate : rate.divide(BigDecimal.valueOf(2));
            BigDecimal head = part(after, share, rate).subtract(part(before, share, rate));
            taxed.add(taxed(line, value, head, interState));
        }
        return taxed;
    }

    private static TaxComputation.Line taxed(RatedLine line, BigDecimal value, BigDecimal head, boolean interState) {
        return new TaxComputation.Line(
                line.lineNo(),
                line.hsn(),
                line.treatment(),
                value,
                line.rate(),
                interState ? NOTHING : head,
                interState ? NOTHING : head,
                interState ? head : NOTHING);
    }

    /** One head in full: the rate for IGST, half of it for CGST and for SGST. */
    private static BigDecimal head(BigDecimal taxableValue, BigDecimal rate, boolean interState, int decimals) {
        return taxableValue
                .multiply(rate)
                .divide(interState ? HUNDRED : TWO_HUNDRED, decimals, RoundingMode.HALF_UP)
                .setScale(PAISA);
    }

    /** So many parts of an amount that is 100 and {@code rate} more. */
    private static BigDecimal part(BigDecimal inclusive, BigDecimal parts, BigDecimal rate) {
        return inclusive.multiply(parts).divide(HUNDRED.add(rate), PAISA, RoundingMode.HALF_UP);
    }
}
