package io.tradeflow.credit;

import java.time.Instant;

/** An account with its limit and how it stands; {@code exposure} is the account's own, without the rest of its group. */
public record CreditAccount(String buyerCode, String buyerName, String setBy, Instant setAt, Exposure exposure) {}
