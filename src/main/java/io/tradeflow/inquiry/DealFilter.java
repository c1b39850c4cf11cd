package io.tradeflow.inquiry;

import io.tradeflow.kernel.DealStage;

/**
 * Which deals are wanted; null means any. {@code text} matches the number, the buyer's name and the
 * requirement, and the whole number of a paper of the deal.
 */
public record DealFilter(DealStage stage, String buyerCode, String text, int page, int size) {}
