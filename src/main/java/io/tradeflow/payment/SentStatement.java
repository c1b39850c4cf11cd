package io.tradeflow.payment;

import java.time.Instant;
import java.time.LocalDate;

/** A statement of account that was mailed. @param recipient the address it went to; @param documentId the statement as it was then */
public record SentStatement(
        String number,
        String buyerCode,
        String currency,
        LocalDate from,
        LocalDate to,
        String recipient,
        long documentId,
        String requestedBy,
        Instant requestedAt) {}
