package io.tradeflow.tax;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GST of a supply, without a database: place of supply, nature, rates of the day, heads, totals. */
final class TaxRules {

    private TaxRules() {}

    /** @throws Problem {@code tax-rate-missing} with a violation per line whose HSN has no rate on the day; as {@link TaxDecision#of} */
    static TaxComputation compute(Supply supply, RateTable rates) {
        TaxDecision decision = TaxDecision.of(supply);
        List<RatedLine> rated = rated(supply, decision.nature(), rates);
        return TaxTotals.of(
                supply,
                decision,
                reasons(decision, rated),
                HeadAmounts.of(rated, decision.nature().interState()));
    }

    /** Those of the decision and one for each rate. */
    static List<Reason> reasons(TaxDecision decision, List<RatedLine> rated) {
        Set<Reason> reasons = new LinkedHashSet<>(decision.reasons());
        rated.stream().flatMap(line -> line.why().stream()).forEach(reasons::add);
        return List.copyOf(reasons);
    }

    /** The lines in the order of their numbers, so that the order in which they come changes no amount. */
    static List<RatedLine> rated(Supply supply, SupplyNature nature, RateTable rates) {
        List<RatedLine> rated = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (int index = 0; index < supply.lines().size(); index++) {
            Supply.Line line = supply.lines().get(index);
            if (nature.withoutTax()) {
                rated.add(RatedLine.untaxed(line, nature));
            } else if (line.given() != null) {
                rated.add(RatedLine.given(line, nature));
            } else {
                Optional<GstRate> rate = rates.rate(line.hsn(), supply.on());
                rate.ifPresent(ofDay -> rated.add(RatedLine.of(line, nature, ofDay)));
                if (rate.isEmpty()) {
                    missing.add(new Violation(
                            "lines[" + index + "].hsn",
                            "Line " + line.lineNo() + ": HSN " + line.hsn() + " has no GST rate on " + supply.on()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("tax-rate-missing", "A GST rate is missing", missing);
        }
        rated.sort(Comparator.comparingInt(RatedLine::lineNo));
        return rated;
    }

    /**
     * A line with the rate it is taxed at.
     *
     * @param rate full rate in percent
     * @param why it is that rate; empty where no tax is charged
     */
    record RatedLine(
            int lineNo,
            String hsn,
            BigDecimal taxableValue,
            TaxTreatment treatment,
            BigDecimal rate,
            Optional<Reason> why) {

        private static final int CENTS = 2;

        RatedLine {
            if (taxableValue.signum() < 0) {
                throw new IllegalArgumentException("Line " + lineNo + " has a negative taxable value");
            }
            // a taxable value with fractions of a paisa was not rounded where it arose: refuse rather than round twice
            taxableValue = taxableValue.setScale(CENTS);
        }

        private static RatedLine untaxed(Supply.Line line, SupplyNature nature) {
            TaxTreatment treatment = nature.zeroRated() ? TaxTreatment.ZERO_RATED : TaxTreatment.TAXABLE;
            return new RatedLine(
                    line.lineNo(), line.hsn(), line.taxableValue(), treatment, BigDecimal.ZERO, Optional.empty());
        }

        private static RatedLine given(Supply.Line line, SupplyNature nature) {
            AppliedRate given = line.given();
            return new RatedLine(
                    line.lineNo(),
                    line.hsn(),
                    line.taxableValue(),
                    treatment(given.treatment(), nature),
                    given.rate(),
                    Optional.of(new Reason(
                            "rate-fixed", "HSN " + line.hsn() + ": " + given.rate() + " % as before", given.source())));
        }

        private static RatedLine of(Supply.Line line, SupplyNature nature, GstRate rate) {
            return new RatedLine(
                    line.lineNo(),
                    line.hsn(),
                    line.taxableValue(),
                    treatment(rate.treatment(), nature),
                    rate.rate(),
                    Optional.of(rate.reason()));
        }

        private static TaxTreatment treatment(TaxTreatment ofGoods, SupplyNature nature) {
            return nature.zeroRated() ? TaxTreatment.ZERO_RATED : ofGoods;
        }

        RatedLine worth(BigDecimal value) {
            return new RatedLine(lineNo, hsn, value, treatment, rate, why);
        }
    }
}
