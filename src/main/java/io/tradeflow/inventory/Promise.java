package io.tradeflow.inventory;

import java.time.LocalDate;

/**
 * When the last of a line arrives, and why then.
 *
 * @param promisedOn null where no day is known yet
 * @param firstPromised the first day that could be named for it, or null
 * @param reason for staff: with warehouses and papers
 * @param buyerReason the same for the buyer
 */
public record Promise(int lineNo, LocalDate promisedOn, LocalDate firstPromised, String reason, String buyerReason) {

    /** Whether it comes later than was said first. */
    public boolean isLater() {
        return promisedOn != null && firstPromised != null && promisedOn.isAfter(firstPromised);
    }
}
