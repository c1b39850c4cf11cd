package io.tradeflow.accounting;

import java.time.LocalDate;

/**
 * The account of the general ledger that is used for a purpose from a day on.
 *
 * @param qualifier GSTIN of a branch, or mode of payment; empty for all that have no row of their own
 * @param code null where the purpose has no account of its own any more
 */
public record LedgerAccount(LedgerPurpose purpose, String qualifier, LocalDate validFrom, String code, String name) {}
