package io.tradeflow.pricing;

import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A price row of this buyer and currency that may win a line. {@code agreement} where it belongs to a contract. */
record CandidateRow(long id, PriceRow row, PriceAgreement agreement) {

    CandidateRow(long id, PriceRow row) {
        this(id, row, null);
    }

    Level level() {
        return row.level();
    }

    boolean isReachedBy(BigDecimal quantity) {
        return row.fromQuantity().compareTo(quantity) <= 0;
    }

    boolean hasStartedBy(LocalDate day) {
        return !day.isBefore(startsOn());
    }

    boolean hasEndedBy(LocalDate day) {
        LocalDate last = endsOn();
        return last != null && day.isAfter(last);
    }

    /** The first day it counts: its own and its agreement's. */
    LocalDate startsOn() {
        return agreement == null || row.validFrom().isAfter(agreement.validFrom())
                ? row.validFrom()
                : agreement.validFrom();
    }

    /** The last day it counts, or null. */
    LocalDate endsOn() {
        LocalDate contract = agreement == null ? null : agreement.validUntil();
        LocalDate own = row.validUntil();
        if (own == null || contract == null) {
            return own == null ? contract : own;
        }
        return own.isBefore(contract) ? own : contract;
    }
}
