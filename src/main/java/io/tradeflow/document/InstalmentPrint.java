package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Part of what is to be paid.
 *
 * @param when in words, where the day is not known yet; else null
 * @param dueOn last day it is to be paid on, null where {@code when} says it
 */
public record InstalmentPrint(String when, LocalDate dueOn, BigDecimal amount) {

    public InstalmentPrint {
        amount = Figures.amount(amount);
    }
}
