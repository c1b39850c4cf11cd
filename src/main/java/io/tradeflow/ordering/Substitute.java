package io.tradeflow.ordering;

import io.tradeflow.kernel.Money;

/** The product that takes the place of an ordered one, at the price per unit agreed for it, in the order's currency. */
public record Substitute(String sku, String description, String hsn, Money unitPrice) {}
