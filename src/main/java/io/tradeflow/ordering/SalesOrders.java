package io.tradeflow.ordering;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Orders: made from accepted quotes, never typed again. */
@Service
public class SalesOrders {

    /**
     * Confirms the order from the accepted quote and queues the confirmation mail. One order per quote: repeating gives the same one.
     *
     * @throws io.tradeflow.kernel.Problem {@code quote-not-accepted}, {@code approval-missing}
     */
    public SalesOrder confirm(String quoteNumber, Percentage advancePercent, int creditDays) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem not-found */
    public SalesOrder order(String number) {
        throw new UnsupportedOperationException();
    }

    /** As this actor may see it. @throws io.tradeflow.kernel.Problem not-found */
    public SalesOrder order(Actor by, String number) {
        throw new UnsupportedOperationException();
    }

    public Optional<SalesOrder> ofDeal(String dealNumber) {
        throw new UnsupportedOperationException();
    }

    /** Gives up on what is still open, by line number; the rest of the order goes on. */
    public void shortClose(String number, Map<Integer, BigDecimal> openByLine, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Everything is delivered, invoiced and paid. May be repeated. */
    public void complete(String number) {
        throw new UnsupportedOperationException();
    }

    /** Cancels the order; publishes {@link OrderCancelled} in the same transaction, where a later room may refuse. May be repeated. */
    public void cancel(String number, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }
}
