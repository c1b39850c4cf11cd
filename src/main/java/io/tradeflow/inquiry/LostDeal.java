package io.tradeflow.inquiry;

import io.tradeflow.kernel.Money;
import java.time.Instant;

/**
 * A lost deal as the report lists it.
 *
 * @param segment null where none was decided
 * @param value grand total of the last quote; null where there was none
 */
public record LostDeal(
        String dealNumber,
        String buyerCode,
        String buyerName,
        String segment,
        String reason,
        String reasonName,
        String note,
        String outcome,
        Instant lostAt,
        Money value) {}
