package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * Something that changes what a buyer owes.
 *
 * @param number of the paper behind it
 * @param text what it is about beside its number, null if nothing
 * @param reason what a colleague wrote about it, for staff only; null where there is none
 * @param change positive where the buyer owes more
 */
public record AccountMovement(LocalDate day, Kind kind, String number, String text, String reason, Money change) {

    /** As the buyer reads it. */
    AccountMovement withoutReason() {
        return new AccountMovement(day, kind, number, text, null, change);
    }

    public enum Kind {
        INVOICE("Invoice"),
        DEBIT_NOTE("Debit note"),
        REVISED_INVOICE("Revised invoice"),
        CREDIT_NOTE("Credit note"),
        RECEIPT("Payment"),
        RETURNED("Payment returned"),
        TDS("TDS deducted"),
        WRITE_OFF("Written off"),
        EARLY_DISCOUNT("Early-payment discount"),
        CANCELLATION("Invoice cancelled"),
        REFUND("Paid back");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
