package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What decides who has to approve a quote. Null means not known, which the decision table treats as a reason to ask.
 *
 * @param discountPercent of the whole quote against list price; null if a line has no list price
 * @param worstLineDiscount highest discount of a line in percent; null if a line has no list price
 * @param marginPercent over standard cost; null if a cost or an exchange rate is missing
 * @param value net total in the seller's currency; null if an exchange rate is missing
 * @param belowFloor whether a line is priced below its floor
 * @param belowOrderMinimum whether the goods come to less than was agreed for an order
 * @param creditExcess by how much the buyer's exposure and this quote exceed the credit limit, in the quote's currency
 * @param stockShortage the largest part of a line that is not in stock now, in percent
 * @param exportMode NONE, UNDER_LUT or WITHOUT_LUT
 * @param termsUnusual whether the terms are others than the company's
 * @param shortfallDays days to the first promised date for which a line is not in stock; null where every promise can be kept
 * @param approvalLane of the buyer's segment, USUAL or EXPORT; null before it is decided
 * @param validityEnds the first moment the quote can no longer be accepted
 * @param reminderAt when a buyer who has not answered is reminded; after the validity's end where there is no time for it
 */
public record QuoteFacts(
        String quoteNumber,
        int revision,
        BigDecimal discountPercent,
        BigDecimal worstLineDiscount,
        BigDecimal marginPercent,
        BigDecimal value,
        Boolean belowFloor,
        Boolean belowOrderMinimum,
        BigDecimal creditExcess,
        BigDecimal stockShortage,
        String exportMode,
        Boolean termsUnusual,
        Integer shortfallDays,
        String approvalLane,
        Instant validityEnds,
        Instant reminderAt) {}
