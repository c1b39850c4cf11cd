package io.tradeflow.inquiry;

import java.time.Instant;

/**
 * Why a deal is lost.
 *
 * @param reason code of the {@link LostReason}
 * @param note in somebody's own words; may be null
 * @param outcome how the quote ended; null until the process has closed the deal
 * @param lostAt when the deal was closed; null until then
 */
public record DealLoss(
        String dealNumber,
        String reason,
        String reasonName,
        String note,
        String saidBy,
        Instant saidAt,
        String outcome,
        Instant lostAt) {}
