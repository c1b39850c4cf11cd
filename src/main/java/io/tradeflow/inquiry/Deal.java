package io.tradeflow.inquiry;

import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Money;
import java.time.Instant;

/** A deal as lists show it. {@code value} is the grand total of the current quote, null before there is one. */
public record Deal(
        String number,
        String buyerCode,
        String buyerName,
        DealStage stage,
        String segment,
        Money value,
        String requirement,
        Instant receivedAt,
        Instant changedAt) {}
