package io.tradeflow.amendment;

import java.math.BigDecimal;

/**
 * What decides who has to approve a change. Null means not known, which the decision table treats as a reason to ask.
 *
 * @param increase of the total with tax in the seller's currency, with earlier changes nobody approved for their value; negative where it gets less
 * @param decreasePercent by how much the total with tax shrinks, with earlier changes, zero where it does not
 * @param worstDiscount highest discount in percent off the list price of a line that grows or is new; zero where none does
 * @param marginPercent of the changed goods over standard cost; null if a cost is missing
 * @param belowFloor whether a line that grows or is new is priced below its floor
 * @param creditExcess by how much the buyer's exposure with the change exceeds the credit limit
 * @param placeChanges whether the goods go to another state
 */
public record ChangeFacts(
        BigDecimal increase,
        BigDecimal decreasePercent,
        BigDecimal worstDiscount,
        BigDecimal marginPercent,
        Boolean belowFloor,
        BigDecimal creditExcess,
        Boolean placeChanges) {

    /** Where the change cannot be worked out any more. */
    static final ChangeFacts UNKNOWN = new ChangeFacts(null, null, null, null, null, null, null);
}
