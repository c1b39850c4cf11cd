package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.pricing.PriceTrace.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the price of a line out of the offer that won and the floor. A percentage rule stops at the floor; a price that somebody agreed
 * stands where it lies below, and needs an approval.
 */
final class LinePricing {

    private LinePricing() {}

    static LinePrice price(
            PriceRequest.Line line, String currency, PriceChoice choice, Optional<FloorChoice.Limit> floor) {
        Offer winner = choice.winner().orElseThrow();
        BigDecimal price = winner.price();
        List<Step> last = new ArrayList<>();
        boolean belowFloor = false;
        if (floor.isPresent()) {
            BigDecimal least = floor.get().price();
            boolean below = price.compareTo(least) < 0;
            boolean lifted = below && !winner.candidate().row().isFixed();
            belowFloor = below && !lifted;
            BigDecimal kept = lifted ? least : price;
            last.add(new Step(
                    floor.get().words()
                            + (lifted ? ": the rule stops here" : belowFloor ? ": needs an approval" : ": kept"),
                    kept.subtract(price),
                    kept));
            price = kept;
        }
        BigDecimal list = choice.listPrice();
        return new LinePrice(
                line.lineNo(),
                line.sku(),
                Money.of(list, currency),
                Money.of(price, currency),
                Percentage.share(list.subtract(price), list),
                choice.reason(),
                choice.trace(last),
                floor.map(limit -> Money.of(limit.price(), currency)).orElse(null),
                belowFloor);
    }

    /** The same line where a discount on the whole order takes it below its floor. */
    static LinePrice afterDiscount(LinePrice line, Percentage discount) {
        if (line.floor() == null || line.belowFloor() || discount.isZero()) {
            return line;
        }
        Money net = line.unitPrice().minus(line.unitPrice().percent(discount));
        if (net.compareTo(line.floor()) >= 0) {
            return line;
        }
        List<Step> steps = new ArrayList<>(line.trace().steps());
        steps.add(new Step(
                "With " + discount + " off the whole order a unit comes to " + PriceWords.amount(net.amount())
                        + ", below the floor: needs an approval",
                PriceFigures.tidy(BigDecimal.ZERO),
                PriceFigures.tidy(line.unitPrice().amount())));
        return new LinePrice(
                line.lineNo(),
                line.sku(),
                line.listPrice(),
                line.unitPrice(),
                line.discount(),
                line.reason(),
                new PriceTrace(line.trace().winner(), line.trace().losers(), steps),
                line.floor(),
                true);
    }
}
