package io.tradeflow.payment;

import java.time.LocalDate;

/** How an order stands with its money. {@code nextDueOn} is the earliest due date still open, null when settled. */
public record Settlement(boolean advanceReceived, boolean settled, LocalDate nextDueOn) {}
