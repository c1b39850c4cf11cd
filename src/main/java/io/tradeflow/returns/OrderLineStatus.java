package io.tradeflow.returns;

import java.math.BigDecimal;

/**
 * How far one order line is on two axes of its own, in the line's unit. Returned goods of a kind that owes nothing again leave the
 * fulfilment full.
 *
 * @param dispatched with replacements
 * @param returned what came back or was lost, of every kind
 * @param open what is still owed, with what is owed again
 * @param claimed what is to be credited, with what is credited already
 */
public record OrderLineStatus(
        int lineNo,
        String sku,
        String description,
        String unit,
        BigDecimal ordered,
        BigDecimal shortClosed,
        BigDecimal dispatched,
        BigDecimal returned,
        BigDecimal open,
        BigDecimal invoiced,
        BigDecimal claimed,
        BigDecimal credited) {

    public enum Fulfilment {
        NONE,
        PART,
        FULL,
        SHORT_CLOSED
    }

    public enum Billing {
        NONE,
        PART,
        FULL
    }

    public BigDecimal net() {
        return dispatched.subtract(returned);
    }

    public Fulfilment fulfilment() {
        if (shortClosed.compareTo(ordered) == 0) {
            return Fulfilment.SHORT_CLOSED;
        }
        if (dispatched.signum() == 0) {
            return Fulfilment.NONE;
        }
        return open.signum() == 0 ? Fulfilment.FULL : Fulfilment.PART;
    }

    public Billing billing() {
        if (invoiced.signum() == 0) {
            return Billing.NONE;
        }
        return invoiced.compareTo(ordered.subtract(shortClosed)) >= 0 ? Billing.FULL : Billing.PART;
    }
}
