package io.tradeflow.ordering;

import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.Exposures;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells credit what an order makes its buyer owe, in the order's own transaction. */
@Component
class OrderCredit {

    private final Exposures exposures;
    private final CreditOverrides overrides;

    OrderCredit(Exposures exposures, CreditOverrides overrides) {
        this.exposures = exposures;
        this.overrides = overrides;
    }

    /** What was approved above the limit with the quote, in this revision, is allowed for the order. */
    void confirmed(SalesOrder order, int quoteRevision) {
        exposures.confirmed(order.debt(), order.grandTotal());
        overrides.carryOver(order.quoteNumber(), quoteRevision, order.debt(), order.revision());
    }

    /** @param quantities given up now, by line number; {@code order} as it is after that */
    void givenUp(SalesOrder order, Map<Integer, BigDecimal> quantities) {
        BigDecimal soFar =
                order.lines().stream().map(SalesOrder.Line::shortClosed).reduce(BigDecimal.ZERO, BigDecimal::add);
        // a revision begins with nothing given up
        String occasion = "given up " + order.number() + (order.revision() == 0 ? "" : " rev. " + order.revision())
                + " up to " + soFar.stripTrailingZeros().toPlainString();
        exposures.givenUp(order.debt(), occasion, order.worth(quantities));
    }

    /** Cancelled, or delivered and paid. */
    void released(SalesOrder order) {
        exposures.released(order.debt(), "ended " + order.number());
    }
}
