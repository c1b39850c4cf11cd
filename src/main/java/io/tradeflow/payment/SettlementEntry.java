package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * How much of an open item was settled in which way.
 *
 * @param amount negative where it takes an earlier entry back
 * @param receiptNumber the receipt the money is from, or on which tax deducted was stated; else null
 * @param source number of the note or write-off, section of tax deducted; else null
 * @param reverses the entry it takes back, else null
 * @param reversed whether a later entry takes this one back
 * @param reason null unless somebody gave one
 * @param bookedOn the day it counts for
 */
public record SettlementEntry(
        long id,
        String invoiceNumber,
        SettlementKind kind,
        Money amount,
        String receiptNumber,
        String source,
        Long reverses,
        boolean reversed,
        String reason,
        LocalDate bookedOn,
        String bookedBy) {

    /** Neither taken back nor taking back. */
    public boolean stands() {
        return reverses == null && !reversed;
    }
}
