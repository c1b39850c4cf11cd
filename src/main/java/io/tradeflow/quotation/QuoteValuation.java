package io.tradeflow.quotation;

import io.tradeflow.kernel.Apportionment;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What the lines of a draft come to: the discount on the whole before tax, and freight, packing and insurance, each split over the lines
 * by their net value, so that tax is charged at each line's own rate (a composite supply).
 */
final class QuoteValuation {

    private QuoteValuation() {}

    /** Lines that are optional, alternatives or not priced yet bear nothing. */
    static void value(StoredQuote draft) {
        List<StoredQuoteLine> bearing =
                draft.firmLines().stream().filter(StoredQuoteLine::isPriced).toList();
        List<BigDecimal> nets = values(bearing, StoredQuoteLine::net);
        List<BigDecimal> quantities = values(bearing, StoredQuoteLine::quantity);
        draft.goodsTotal = nets.stream().reduce(LineShares.NONE.discountShare(), BigDecimal::add);
        draft.documentDiscount = draft.documentDiscount.on(draft.goodsTotal);
        draft.lines.forEach(line -> line.bears(LineShares.NONE));
        if (bearing.isEmpty()) {
            return;
        }
        List<BigDecimal> discounts = Apportionment.of(draft.documentDiscount.documentDiscount(), nets, quantities);
        List<BigDecimal> freight = Apportionment.of(draft.charges.freight(), nets, quantities);
        List<BigDecimal> packing = Apportionment.of(draft.charges.packing(), nets, quantities);
        List<BigDecimal> insurance = Apportionment.of(draft.charges.insurance(), nets, quantities);
        for (int index = 0; index < bearing.size(); index++) {
            bearing.get(index)
                    .bears(new LineShares(
                            discounts.get(index), freight.get(index), packing.get(index), insurance.get(index)));
        }
    }

    /** The goods after the discount on the whole; charges earn nothing and are left out of discounts and margins. */
    static BigDecimal discountedGoods(StoredQuote draft) {
        return draft.goodsTotal.subtract(draft.documentDiscount.documentDiscount());
    }

    private static List<BigDecimal> values(List<StoredQuoteLine> lines, Function<StoredQuoteLine, BigDecimal> of) {
        return lines.stream().map(of).toList();
    }
}
