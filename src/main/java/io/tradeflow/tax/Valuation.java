package io.tradeflow.tax;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.tax.PricedSupply.Bearing;
import io.tradeflow.tax.PricedSupply.Item;
import io.tradeflow.tax.TaxRules.RatedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The value of each line (CGST Act s. 15): price less discounts, with its share of the charges. Shares go by net value, by quantity where all
 * nets are zero; each is rounded and the last line takes the remainder.
 */
final class Valuation {

    private Valuation() {}

    /** @throws Problem {@code supply-invalid} naming each field that makes no sense */
    static void check(PricedSupply priced) {
        List<Violation> wrong = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int index = 0; index < priced.items().size(); index++) {
            Item item = priced.items().get(index);
            String field = "lines[" + index + "].";
            if (!numbers.add(item.lineNo())) {
                wrong.add(new Violation(field + "lineNo", "Two lines have the number " + item.lineNo()));
            }
            if (item.quantity().signum() < 0 || item.unitPrice().signum() < 0) {
                wrong.add(new Violation(field + "unitPrice", "Quantity and price are not below zero"));
            } else if (item.discount().signum() < 0 || item.discount().compareTo(item.gross()) > 0) {
                wrong.add(new Violation(
                        field + "discount",
                        "The discount lies between 0 and the line's "
                                + item.gross().toPlainString()));
            }
        }
        BigDecimal net = priced.items().stream().map(Item::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (priced.discount().signum() < 0 || priced.discount().compareTo(net) > 0) {
            wrong.add(new Violation("discount", "The discount on the whole lies between 0 and the goods' " + net));
        }
        if (priced.pricesIncludeTax() && priced.circumstances().terms().reverseCharge()) {
            wrong.add(new Violation(
                    "pricesIncludeTax", "Under reverse charge the supplier charges no tax that a price could include"));
        }
        if (priced.pricesIncludeTax() && priced.rounding().headsToRupee()) {
            wrong.add(new Violation("rounding", "Tax taken out of prices is rounded to the paisa, not to the rupee"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("supply-invalid", "The supply does not make sense", wrong);
        }
    }

    /** @param rated the lines with their rates, in the order of {@code items} */
    static List<ValuedLine> of(PricedSupply priced, List<Item> items, List<RatedLine> rated) {
        List<BigDecimal> nets = items.stream().map(Item::net).toList();
        List<BigDecimal> quantities = items.stream().map(Item::quantity).toList();
        List<BigDecimal> discount = Apportionment.of(priced.discount(), nets, quantities);
        List<Integer> bearing = bearing(priced.charges().bearing(), rated);
        List<BigDecimal> freight = charge(priced.charges().freight(), bearing, nets, quantities);
        List<BigDecimal> packing = charge(priced.charges().packing(), bearing, nets, quantities);
        List<BigDecimal> insurance = charge(priced.charges().insurance(), bearing, nets, quantities);
        List<ValuedLine> valued = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            valued.add(new ValuedLine(
                    items.get(index).lineNo(),
                    nets.get(index),
                    discount.get(index),
                    freight.get(index),
                    packing.get(index),
                    insurance.get(index)));
        }
        return valued;
    }

    /** The positions of the lines that bear the charges. */
    private static List<Integer> bearing(Bearing bearing, List<RatedLine> rated) {
        BigDecimal highest = rated.stream().map(RatedLine::rate).reduce(BigDecimal.ZERO, BigDecimal::max);
        List<Integer> positions = new ArrayList<>();
        for (int index = 0; index < rated.size(); index++) {
            if (bearing == Bearing.ALL_LINES || rated.get(index).rate().compareTo(highest) == 0) {
                positions.add(index);
            }
        }
        return positions;
    }

    private static List<BigDecimal> charge(
            BigDecimal amount, List<Integer> bearing, List<BigDecimal> nets, List<BigDecimal> quantities) {
        List<BigDecimal> borne = Apportionment.of(
                amount,
                bearing.stream().map(nets::get).toList(),
                bearing.stream().map(quantities::get).toList());
        List<BigDecimal> shares = new ArrayList<>();
        for (int index = 0; index < nets.size(); index++) {
            int at = bearing.indexOf(index);
            shares.add(at < 0 ? BigDecimal.ZERO.setScale(2) : borne.get(at));
        }
        return shares;
    }
}
