package io.tradeflow.accounting;

import java.math.BigDecimal;

/**
 * An amount for a purpose, in INR with two decimals.
 *
 * @param amount positive where it is a debit, negative where it is a credit
 */
record Posting(LedgerPurpose purpose, String qualifier, BigDecimal amount) {

    static Posting debit(LedgerPurpose purpose, BigDecimal amount) {
        return new Posting(purpose, "", amount);
    }

    static Posting credit(LedgerPurpose purpose, BigDecimal amount) {
        return new Posting(purpose, "", amount.negate());
    }

    Posting apart(String by) {
        return new Posting(purpose, by, amount);
    }

    Posting other() {
        return new Posting(purpose, qualifier, amount.negate());
    }
}
