package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A credit or debit note that is asked for.
 *
 * @param returnNumber the return it credits, null where finance drafted it by hand
 * @param amount what it came to when it was drafted, with tax; {@code amountInRupees} the same in INR
 * @param draftedById sign-in name of who drafted it
 * @param decisionNote why it was refused or could not be issued; null if nothing was said
 * @param noteNumber of the issued note, null before
 */
public record NoteDraft(
        String number,
        Status status,
        NoteRequest request,
        String returnNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        Money amount,
        BigDecimal amountInRupees,
        String draftedBy,
        String draftedById,
        Instant draftedAt,
        String decidedBy,
        String decisionNote,
        String noteNumber) {

    public enum Status {
        /** Waits for an approval, or is just being issued. */
        DRAFTED("Waits for approval"),
        APPROVED("Approved"),
        REFUSED("Refused"),
        ISSUED("Issued"),
        /** The invoices did not allow it any more when it was to be issued. */
        GIVEN_UP("Not possible any more");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOpen() {
            return this == DRAFTED || this == APPROVED;
        }
    }

    public NoteReason reason() {
        return request.reason();
    }

    public NoteKind kind() {
        return request.reason().kind();
    }
}
