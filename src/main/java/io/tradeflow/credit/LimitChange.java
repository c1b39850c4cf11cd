package io.tradeflow.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A limit that was set. {@code oldLimit} null where it was the first. */
public record LimitChange(
        BigDecimal oldLimit,
        BigDecimal newLimit,
        LocalDate validUntil,
        String groupCode,
        String reason,
        String changedBy,
        Instant changedAt) {}
