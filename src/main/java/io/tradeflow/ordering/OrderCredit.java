package io.tradeflow.ordering;

import io.tradeflow.credit.Exposures;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells credit what an order makes its buyer owe, in the order's own transaction. */
@Component
class OrderCredit {

    private final Exposures exposures;

    OrderCredit(Exposures exposures) {
        this.exposures = exposures;
    }

    void confirmed(SalesOrder order) {
        exposures.confirmed(order.debt(), order.grandTotal());
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
