package io.tradeflow.tax;

import io.tradeflow.tax.PricedSupply.Item;
import io.tradeflow.tax.PricedSupply.OtherCharge;
import io.tradeflow.tax.TaxRules.RatedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A document valued, taxed and rounded, with its reasons.
 *
 * @param tax of the lines, exact to the paisa: the document is rounded as a whole, in {@code roundOff}
 * @param lines how the value of each line comes about, in the order of their numbers
 * @param residue what rounding leaves of prices that include tax, booked apart; zero otherwise
 * @param others what is charged after tax, tax collected at source last
 * @param total lines, tax charged, residue and other charges
 * @param roundOff to the whole rupee, between -0.50 and +0.50
 */
public record TaxedSupply(
        TaxDecision decision,
        TaxComputation tax,
        List<ValuedLine> lines,
        BigDecimal residue,
        List<OtherCharge> others,
        BigDecimal total,
        BigDecimal roundOff,
        BigDecimal grandTotal,
        List<Reason> reasons) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    public TaxedSupply {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
    }

    /**
     * @throws io.tradeflow.kernel.Problem {@code supply-invalid}; {@code tax-rate-missing}; as {@link TaxDecision#of}
     */
    static TaxedSupply of(PricedSupply priced, RateTable rates) {
        Valuation.check(priced);
        Supply circumstances = priced.circumstances();
        TaxDecision decision = TaxDecision.of(circumstances);
        boolean interState = decision.nature().interState();
        List<Item> items = priced.items().stream()
                .sorted(Comparator.comparingInt(Item::lineNo))
                .toList();
        List<RatedLine> rated = TaxRules.rated(
                circumstances.carrying(items.stream()
                        .map(item -> new Supply.Line(item.lineNo(), item.hsn(), NOTHING, item.given()))
                        .toList()),
                decision.nature(),
                rates);
        List<ValuedLine> valued = Valuation.of(priced, items, rated);
        List<RatedLine> worth = new ArrayList<>();
        for (int index = 0; index < rated.size(); index++) {
            worth.add(rated.get(index).worth(valued.get(index).value()));
        }
        int decimals = priced.rounding().headsToRupee() ? HeadAmounts.RUPEE : HeadAmounts.PAISA;
        List<TaxComputation.Line> taxed = priced.pricesIncludeTax()
                ? HeadAmounts.outOf(worth, interState)
                : HeadAmounts.of(worth, interState, decimals);
        TaxComputation tax = TaxTotals.of(circumstances, decision, TaxRules.reasons(decision, rated), taxed)
                .roundedBy(NOTHING);
        return totalled(priced, decision, tax, valued);
    }

    private static TaxedSupply totalled(
            PricedSupply priced, TaxDecision decision, TaxComputation tax, List<ValuedLine> valued) {
        BigDecimal residue = priced.pricesIncludeTax()
                ? valued.stream()
                        .map(ValuedLine::value)
                        .reduce(NOTHING, BigDecimal::add)
                        .subtract(tax.total())
                : NOTHING;
        BigDecimal invoiced = tax.total().add(residue);
        List<OtherCharge> others = new ArrayList<>(priced.others());
        if (priced.collected() != null) {
            others.add(priced.collected().on(invoiced));
        }
        BigDecimal total = others.stream().map(OtherCharge::amount).reduce(invoiced, BigDecimal::add);
        BigDecimal grandTotal =
                priced.rounding().totalToRupee() && priced.circumstances().isInRupees()
                        ? TaxTotals.toWholeRupee(total)
                        : total;
        BigDecimal roundOff = grandTotal.subtract(total);
        return new TaxedSupply(
                decision,
                tax,
                valued,
                residue,
                others,
                total,
                roundOff,
                grandTotal,
                reasons(priced, tax, residue, roundOff));
    }

    private static List<Reason> reasons(
            PricedSupply priced, TaxComputation tax, BigDecimal residue, BigDecimal roundOff) {
        Set<Reason> reasons = new LinkedHashSet<>(tax.reasons());
        if (priced.discount().signum() > 0
                || priced.items().stream().anyMatch(item -> item.discount().signum() > 0)) {
            reasons.add(new Reason(
                    "discount",
                    "given before supply and shown on the invoice, so it is not taxed",
                    "CGST Act s. 15(3)(a)"));
        }
        if (priced.charges().sum().signum() > 0) {
            reasons.add(new Reason(
                    "charges",
                    priced.charges().bearing() == PricedSupply.Bearing.ALL_LINES
                            ? "freight, packing and insurance are taxed with the goods they go with"
                            : "freight, packing and insurance are taxed at the highest rate of the goods",
                    "CGST Act s. 15(2)(c), s. 8"));
        }
        if (priced.pricesIncludeTax()) {
            reasons.add(new Reason("prices-include-tax", "the tax is taken out of the prices", "CGST Rules r. 35"));
        }
        if (residue.signum() != 0) {
            reasons.add(new Reason("residue", residue + " is left of rounding and booked apart", "CGST Rules r. 35"));
        }
        if (priced.collected() != null) {
            reasons.add(new Reason(
                    "collected-at-source",
                    "income-tax is collected on the invoice with its tax and bears no GST",
                    priced.collected().source()));
        }
        if (roundOff.signum() != 0) {
            reasons.add(new Reason("round-off", "the total is rounded to the rupee, 50 paise up", "CGST Act s. 170"));
        }
        return List.copyOf(reasons);
    }
}
