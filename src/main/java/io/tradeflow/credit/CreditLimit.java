package io.tradeflow.credit;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A limit to be set. {@code validUntil} null for no end, {@code groupCode} null where the account stands for itself. */
public record CreditLimit(BigDecimal amount, LocalDate validUntil, String groupCode, String reason) {}
