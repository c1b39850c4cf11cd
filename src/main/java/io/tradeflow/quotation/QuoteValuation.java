package io.tradeflow.quotation;

import io.tradeflow.tax.DocumentValuation;
import io.tradeflow.tax.PricedSupply;
import io.tradeflow.tax.Valuation;
import io.tradeflow.tax.ValuedLine;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the lines of a draft come to: the discount on the whole before tax, and freight, packing and insurance, each split over the lines
 * by their net value, so that tax is charged at each line's own rate (a composite supply), unless the house has chosen otherwise.
 */
@Component
class QuoteValuation {

    private final DocumentValuation valuation;

    QuoteValuation(DocumentValuation valuation) {
        this.valuation = valuation;
    }

    /** Lines that are optional, alternatives or not priced yet bear nothing. */
    void value(StoredQuote draft) {
        List<StoredQuoteLine> bearing =
                draft.firmLines().stream().filter(StoredQuoteLine::isPriced).toList();
        draft.goodsTotal =
                bearing.stream().map(StoredQuoteLine::net).reduce(LineShares.NONE.discountShare(), BigDecimal::add);
        draft.documentDiscount = draft.documentDiscount.on(draft.goodsTotal);
        draft.lines.forEach(line -> line.bears(LineShares.NONE));
        if (bearing.isEmpty()) {
            return;
        }
        List<ValuedLine> valued = valuation.split(
                bearing.stream()
                        .map(line -> new Valuation.Part(line.lineNo(), line.hsn(), line.net(), line.quantity()))
                        .toList(),
                draft.quotedOn,
                draft.documentDiscount.documentDiscount(),
                new PricedSupply.Charges(draft.charges.freight(), draft.charges.packing(), draft.charges.insurance()));
        for (int index = 0; index < bearing.size(); index++) {
            bearing.get(index).bears(LineShares.of(valued.get(index)));
        }
    }

    /** The goods after the discount on the whole; charges earn nothing and are left out of discounts and margins. */
    static BigDecimal discountedGoods(StoredQuote draft) {
        return draft.goodsTotal.subtract(draft.documentDiscount.documentDiscount());
    }
}
