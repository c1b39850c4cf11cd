package io.tradeflow.ordering;

import java.math.BigDecimal;

/**
 * What decides whether a confirmed order is held. Null means not known, which the decision table treats as a reason to hold.
 *
 * @param value net total in the seller's currency; null if an exchange rate is missing
 * @param firstOrder whether the buyer has no other order that stands
 * @param overdue what the buyer owes past its due date, in the order's currency
 * @param exportMode NONE, UNDER_LUT or WITHOUT_LUT
 */
public record OrderFacts(BigDecimal value, boolean firstOrder, BigDecimal overdue, String exportMode) {}
