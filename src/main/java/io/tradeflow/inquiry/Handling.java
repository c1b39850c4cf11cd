package io.tradeflow.inquiry;

/**
 * How buyers of a segment are handled, as customer-segment.dmn said when the deal began.
 *
 * @param replyHours within how many hours the sales desk answers
 * @param approvalLane USUAL, or EXPORT where the quote needs an approval of the export
 * @param packing how the goods are packed
 * @param documents the papers that go with the goods
 */
public record Handling(Integer replyHours, String approvalLane, String packing, String documents) {}
