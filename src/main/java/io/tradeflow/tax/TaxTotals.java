package io.tradeflow.tax;

import io.tradeflow.tax.TaxComputation.Line;
import io.tradeflow.tax.TaxComputation.RateSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds the lines up: HSN summary, totals, and the round-off to the whole rupee. */
final class TaxTotals {

    private static final int CENTS = 2;

    private TaxTotals() {}

    static TaxComputation of(Supply supply, TaxDecision decision, List<Reason> reasons, List<Line> lines) {
        PlaceOfSupply place = decision.place();
        SupplyNature nature = decision.nature();
        BigDecimal taxableValue = sum(lines, Line::taxableValue);
        BigDecimal total = decision.reverseCharge() ? taxableValue : taxableValue.add(sum(lines, Line::tax));
        BigDecimal grandTotal = supply.isInRupees() ? toWholeRupee(total) : total;
        return new TaxComputation(
                place.state().code(),
                place.state().name(),
                nature.interState(),
                nature.label(),
                nature.endorsement(),
                place.reason() + "; " + nature.section(),
                lines,
                summary(lines),
                taxableValue,
                sum(lines, Line::cgst),
                sum(lines, Line::sgst),
                sum(lines, Line::igst),
                total,
                grandTotal.subtract(total),
                grandTotal,
                decision.reverseCharge(),
                reasons);
    }

    /** One row per HSN and rate, in that order. */
    static List<RateSummary> summary(List<Line> lines) {
        Map<RateSummary, RateSummary> rows =
                new TreeMap<>(Comparator.comparing(RateSummary::hsn).thenComparing(RateSummary::rate));
        for (Line line : lines) {
            RateSummary row = new RateSummary(
                    line.hsn(), line.rate(), line.taxableValue(), line.cgst(), line.sgst(), line.igst());
            rows.merge(row, row, TaxTotals::plus);
        }
        return List.copyOf(rows.values());
    }

    private static RateSummary plus(RateSummary one, RateSummary other) {
        return new RateSummary(
                one.hsn(),
                one.rate(),
                one.taxableValue().add(other.taxableValue()),
                one.cgst().add(other.cgst()),
                one.sgst().add(other.sgst()),
                one.igst().add(other.igst()));
    }

    /** Half up, as section 170 of the CGST Act rounds: 50 paise go up. */
    static BigDecimal toWholeRupee(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).setScale(CENTS);
    }

    static BigDecimal sum(Collection<Line> lines, Function<Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
    }
}
