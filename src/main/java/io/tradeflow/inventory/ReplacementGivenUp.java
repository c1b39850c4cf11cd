package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.List;

/** Goods that came back or were lost are not sent once more after all, though they are invoiced; published in the transaction that decided it. */
public record ReplacementGivenUp(String orderNumber, List<Goods> goods, String reason, Actor by) {

    public ReplacementGivenUp {
        goods = List.copyOf(goods);
    }

    /** How much is given up of what a dispatched allocation had brought. */
    public record Goods(long allocationId, String shipmentNumber, BigDecimal quantity) {}
}
