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
public final class Valuation {

    private Valuation() {}

    /** What a line weighs when something is split over lines; {@code net} has two decimals. */
    public record Part(int lineNo, String hsn, BigDecimal net, BigDecimal quantity) {}

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
        return split(
                items.stream()
                        .map(item -> new Part(item.lineNo(), item.hsn(), item.net(), item.quantity()))
                        .toList(),
                priced.discount(),
                priced.charges(),
                bearing(
                        priced.charges().bearing(),
                        rated.stream().map(RatedLine::rate).toList()));
    }

    /**
     * Splits what is taken off and put on a whole document over its lines, in the order given.
     *
     * @param discount positive, at most the nets together; it and the charges below zero where shares are taken back
     * @param bearing the positions of the lines that bear the charges
     */
    static List<ValuedLine> split(
            List<Part> parts, BigDecimal discount, PricedSupply.Charges charges, List<Integer> bearing) {
        List<BigDecimal> nets = parts.stream().map(Part::net).toList();
        List<BigDecimal> quantities = parts.stream().map(Part::quantity).toList();
        List<BigDecimal> discounts = Apportionment.of(discount, nets, quantities);
        List<BigDecimal> freight = charge(charges.freight(), bearing, nets, quantities);
        List<BigDecimal> packing = charge(charges.packing(), bearing, nets, quantities);
        List<BigDecimal> insurance = charge(charges.insurance(), bearing, nets, quantities);
        List<ValuedLine> valued = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            valued.add(new ValuedLine(
                    parts.get(index).lineNo(),
                    nets.get(index),
                    discounts.get(index),
                    freight.get(index),
                    packing.get(index),
                    insurance.get(index)));
        }
        return valued;
    }

    /** The positions of the lines that bear the charges. */
    static List<Integer> bearing(Bearing bearing, List<BigDecimal> rates) {
        BigDecimal highest = rates.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        List<Integer> positions = new ArrayList<>();
        for (int index = 0; index < rates.size(); index++) {
            if (bearing == Bearing.ALL_LINES || rates.get(index).compareTo(highest) == 0) {
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
