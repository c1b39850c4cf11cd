package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;

/**
 * The price of a line and why.
 *
 * @param listPrice base price per unit at quantity one; the price itself where there is no such row
 * @param unitPrice the price that won
 * @param discount how far the unit price lies below the list price, in percent of it; negative where it lies above
 * @param reason the winning row in words, for example "Customer price from 10 NOS, valid from 1 Apr 2026"
 * @param trace how the price came about; for staff only
 * @param floor what a unit may not go below without an approval; null where none is set; for staff only
 * @param belowFloor whether the price lies below the floor: it stands, but needs an approval
 */
public record LinePrice(
        int lineNo,
        String sku,
        Money listPrice,
        Money unitPrice,
        Percentage discount,
        String reason,
        PriceTrace trace,
        Money floor,
        boolean belowFloor) {}
