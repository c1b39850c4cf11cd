package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One thing that happened to an expected receipt. {@code kind}: ANNOUNCED, CHANGED, RECEIVED or CANCELLED. */
public record ExpectedReceiptChange(
        String kind, BigDecimal quantity, LocalDate expectedOn, String reason, String by, Instant at) {}
