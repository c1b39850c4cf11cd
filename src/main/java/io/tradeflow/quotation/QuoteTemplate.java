package io.tradeflow.quotation;

/**
 * What a new quote starts with.
 *
 * @param segment buyers of this segment start with it; null for none
 * @param terms one condition a line
 * @param note to the buyer
 * @param approvalNote what approvers should know of such quotes
 */
public record QuoteTemplate(
        String code,
        String name,
        String segment,
        int validityDays,
        String terms,
        String shippingTerms,
        String incoterms,
        String note,
        String approvalNote) {}
