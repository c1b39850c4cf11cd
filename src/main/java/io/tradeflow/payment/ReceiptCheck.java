package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a receipt can be booked as it is reported; names every field that is wrong. */
final class ReceiptCheck {

    private static final int LONGEST_REFERENCE = 64;

    private ReceiptCheck() {}

    /** What the receipt says it is for, as the books know it. */
    record Target(String dealNumber, String orderNumber, String buyerCode, String currency) {}

    /**
     * @param invoice what the named invoice belongs to, empty if none is named or there is no such invoice
     * @param order the named order, empty if none is named or there is no such order
     * @return the order the money goes to
     * @throws Problem {@code receipt-invalid} per field
     */
    static Target check(ReceiptDraft draft, Optional<Target> invoice, Optional<Target> order, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        checkMoney(draft, violations);
        checkPapers(draft, today, violations);
        if (isBlank(draft.invoiceNumber()) && isBlank(draft.orderNumber())) {
            violations.add(new Violation("invoiceNumber", "Name the invoice, or the order for an advance"));
        }
        checkTarget("invoiceNumber", "invoice", draft.invoiceNumber(), invoice, draft, violations);
        checkTarget("orderNumber", "order", draft.orderNumber(), order, draft, violations);
        if (invoice.isPresent()
                && order.isPresent()
                && !invoice.get().orderNumber().equals(order.get().orderNumber())) {
            violations.add(new Violation(
                    "invoiceNumber", "Invoice " + draft.invoiceNumber() + " is not for order " + draft.orderNumber()));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("receipt-invalid", "The payment cannot be booked", violations);
        }
        return invoice.or(() -> order).orElseThrow();
    }

    private static void checkMoney(ReceiptDraft draft, List<Violation> violations) {
        BigDecimal amount = draft.amount();
        if (amount == null || amount.signum() <= 0) {
            violations.add(new Violation("amount", "The amount must be greater than zero"));
        } else if (amount.stripTrailingZeros().scale() > Money.DOCUMENT_SCALE) {
            violations.add(new Violation("amount", "The amount has at most two decimals"));
        }
        if (isBlank(draft.currency())) {
            violations.add(new Violation("currency", "The currency is missing"));
        }
    }

    private static void checkPapers(ReceiptDraft draft, LocalDate today, List<Violation> violations) {
        if (isBlank(draft.buyerCode())) {
            violations.add(new Violation("buyerCode", "Say which buyer paid"));
        }
        if (draft.mode() == null) {
            violations.add(new Violation("mode", "Say how the money came"));
        }
        if (isBlank(draft.reference()) || draft.reference().trim().length() > LONGEST_REFERENCE) {
            violations.add(new Violation("reference", "A bank reference of at most 64 characters is needed"));
        }
        if (draft.receivedOn() == null) {
            violations.add(new Violation("receivedOn", "Say when the money came"));
        } else if (draft.receivedOn().isAfter(today)) {
            violations.add(new Violation("receivedOn", "The money cannot have come after today"));
        }
    }

    private static void checkTarget(
            String field,
            String what,
            String number,
            Optional<Target> target,
            ReceiptDraft draft,
            List<Violation> violations) {
        if (isBlank(number)) {
            return;
        }
        if (target.isEmpty()) {
            violations.add(new Violation(field, "There is no " + what + " " + number));
        } else if (!target.get().buyerCode().equals(draft.buyerCode())) {
            violations.add(
                    new Violation(field, "The " + what + " " + number + " is not one of buyer " + draft.buyerCode()));
        } else if (!isBlank(draft.currency()) && !target.get().currency().equals(draft.currency())) {
            violations.add(new Violation(
                    "currency",
                    "The " + what + " " + number + " is in " + target.get().currency()));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
