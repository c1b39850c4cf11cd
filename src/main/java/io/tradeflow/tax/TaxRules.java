package io.tradeflow.tax;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** GST of a supply, without a database: place of supply, nature, rates of the day, heads, totals. */
final class TaxRules {

    private TaxRules() {}

    /** @throws Problem {@code tax-rate-missing} with a violation per line whose HSN has no rate on the day */
    static TaxComputation compute(Supply supply, RateTable rates) {
        PlaceOfSupply place = PlaceOfSupply.of(supply);
        SupplyNature nature = SupplyNature.of(supply, place.state());
        List<TaxComputation.Line> lines = HeadAmounts.of(rated(supply, nature, rates), nature.interState());
        return TaxTotals.of(supply, place, nature, lines);
    }

    /** The lines in the order of their numbers, so that the order in which they come changes no amount. */
    private static List<RatedLine> rated(Supply supply, SupplyNature nature, RateTable rates) {
        List<RatedLine> rated = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (int index = 0; index < supply.lines().size(); index++) {
            Supply.Line line = supply.lines().get(index);
            Optional<GstRate> rate = nature.withoutTax() ? Optional.empty() : rates.rate(line.hsn(), supply.on());
            if (rate.isEmpty() && !nature.withoutTax()) {
                missing.add(new Violation(
                        "lines[" + index + "].hsn",
                        "Line " + line.lineNo() + ": HSN " + line.hsn() + " has no GST rate on " + supply.on()));
            }
            rated.add(RatedLine.of(line, nature, rate));
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("tax-rate-missing", "A GST rate is missing", missing);
        }
        rated.sort(Comparator.comparingInt(RatedLine::lineNo));
        return rated;
    }

    /** A line with the rate it is taxed at; {@code rate} is the full rate in percent. */
    record RatedLine(int lineNo, String hsn, BigDecimal taxableValue, TaxTreatment treatment, BigDecimal rate) {

        private static final int CENTS = 2;

        RatedLine {
            if (taxableValue.signum() < 0) {
                throw new IllegalArgumentException("Line " + lineNo + " has a negative taxable value");
            }
            // a taxable value with fractions of a paisa was not rounded where it arose: refuse rather than round twice
            taxableValue = taxableValue.setScale(CENTS);
        }

        private static RatedLine of(Supply.Line line, SupplyNature nature, Optional<GstRate> rate) {
            TaxTreatment ofGoods = rate.map(GstRate::treatment).orElse(TaxTreatment.TAXABLE);
            BigDecimal percent = rate.map(GstRate::rate).orElse(BigDecimal.ZERO);
            return new RatedLine(
                    line.lineNo(),
                    line.hsn(),
                    line.taxableValue(),
                    nature.zeroRated() ? TaxTreatment.ZERO_RATED : ofGoods,
                    percent);
        }
    }
}
