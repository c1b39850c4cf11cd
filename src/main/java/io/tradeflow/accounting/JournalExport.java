package io.tradeflow.accounting;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A file of journal lines that was handed over.
 *
 * @param total of the debits, which is that of the credits, in INR
 */
public record JournalExport(
        long number, Period period, int entries, BigDecimal total, String exportedBy, Instant exportedAt) {}
