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

    private static final int CENTS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(CENTS);

    private HeadAmounts() {}

    static List<TaxComputation.Line> of(List<RatedLine> lines, boolean interState) {
        Map<BigDecimal, BigDecimal> soFarByRate = new HashMap<>();
        List<TaxComputation.Line> taxed = new ArrayList<>();
        for (RatedLine line : lines) {
            BigDecimal rate = line.rate().stripTrailingZeros();
            BigDecimal before = soFarByRate.getOrDefault(rate, BigDecimal.ZERO);
            BigDecimal after = before.add(line.taxableValue());
            soFarByRate.put(rate, after);
            // head on the lines up to this one, less head on the lines before it: what is left of rounding moves on
            BigDecimal head = head(after, rate, interState).subtract(head(before, rate, interState));
            taxed.add(taxed(line, head, interState));
        }
        return taxed;
    }

    private static TaxComputation.Line taxed(RatedLine line, BigDecimal head, boolean interState) {
        return new TaxComputation.Line(
                line.lineNo(),
                line.hsn(),
                line.treatment(),
                line.taxableValue(),
                line.rate(),
                interState ? NOTHING : head,
                interState ? NOTHING : head,
                interState ? head : NOTHING);
    }

    /** One head in full: the rate for IGST, half of it for CGST and for SGST. */
    private static BigDecimal head(BigDecimal taxableValue, BigDecimal rate, boolean interState) {
        return taxableValue.multiply(rate).divide(interState ? HUNDRED : TWO_HUNDRED, CENTS, RoundingMode.HALF_UP);
    }
}
