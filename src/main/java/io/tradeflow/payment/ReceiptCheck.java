package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a receipt can be booked as it is reported; names every field that is wrong. */
final class ReceiptCheck {

    private static final int LONGEST_REFERENCE = 64;

    private ReceiptCheck() {}

    /** What the receipt says it is for, as the books know it; deal and order are null for money on account. */
    record Target(String dealNumber, String orderNumber, String buyerCode, String currency) {

        static Target of(OpenItem item) {
            return new Target(item.dealNumber(), item.orderNumber(), item.buyerCode(), item.currency());
        }
    }

    /**
     * What the books know of what the draft names.
     *
     * @param invoice empty if none is named or there is no such invoice
     * @param order empty if none is named or there is no such order
     * @param parts by number, without those there are not
     * @param buyerExists whether there is such a buyer
     */
    record Known(
            Optional<OpenItem> invoice, Optional<Target> order, Map<String, OpenItem> parts, boolean buyerExists) {}

    /**
     * @return where the money goes
     * @throws Problem {@code receipt-invalid} per field
     */
    static Target check(ReceiptDraft draft, Known known, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        Optional<Target> invoice = known.invoice().map(Target::of);
        checkMoney(draft, violations);
        checkPapers(draft, known, today, violations);
        checkTarget("invoiceNumber", "invoice", draft.invoiceNumber(), invoice, draft, violations);
        checkTarget("orderNumber", "order", draft.orderNumber(), known.order(), draft, violations);
        if (invoice.isPresent()
                && known.order().isPresent()
                && !invoice.get().orderNumber().equals(known.order().get().orderNumber())) {
            violations.add(new Violation(
                    "invoiceNumber", "Invoice " + draft.invoiceNumber() + " is not for order " + draft.orderNumber()));
        }
        checkParts(draft, known, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid("receipt-invalid", "The payment cannot be booked", violations);
        }
        return invoice.or(known::order).or(() -> orderOfAllParts(known)).orElseGet(() -> onAccount(draft));
    }

    /**
     * Whether the invoices still take what the parts give them; to be asked when nobody else moves their money.
     *
     * @throws Problem {@code receipt-invalid} per part
     */
    static void checkOpen(List<ReceiptDraft.Part> parts, Map<String, OpenItem> items, LocalDate receivedOn) {
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            ReceiptDraft.Part part = parts.get(index);
            OpenItem item = items.get(part.invoiceNumber());
            Money open = item.open();
            BigDecimal taken = part.tds() == null
                    ? part.amount()
                    : part.amount().add(part.tds().amount());
            if (taken.compareTo(open.amount()) > 0) {
                violations.add(new Violation(
                        "parts[" + index + "].amount",
                        "Of " + part.invoiceNumber() + " only " + Amounts.shown(open) + " is open"));
            } else if (part.discount() != null) {
                String wrong = EarlyDiscounts.whyNot(
                        item, receivedOn, Money.of(part.discount(), item.currency()), Money.of(taken, item.currency()));
                if (wrong != null) {
                    violations.add(new Violation("parts[" + index + "].discount", wrong));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("receipt-invalid", "The payment cannot be booked", violations);
        }
    }

    private static Target onAccount(ReceiptDraft draft) {
        return new Target(null, null, draft.buyerCode(), draft.currency());
    }

    private static Optional<Target> orderOfAllParts(Known known) {
        Set<Target> targets = known.parts().values().stream().map(Target::of).collect(Collectors.toSet());
        return targets.size() == 1 ? targets.stream().findFirst() : Optional.empty();
    }

    private static void checkMoney(ReceiptDraft draft, List<Violation> violations) {
        checkAmount("amount", "amount", draft.amount(), violations);
        if (isBlank(draft.currency())) {
            violations.add(new Violation("currency", "The currency is missing"));
        }
    }

    private static boolean checkAmount(String field, String what, BigDecimal amount, List<Violation> violations) {
        if (amount == null || amount.signum() <= 0) {
            violations.add(new Violation(field, "The " + what + " must be greater than zero"));
            return false;
        }
        if (amount.stripTrailingZeros().scale() > Money.DOCUMENT_SCALE) {
            violations.add(new Violation(field, "The " + what + " has at most two decimals"));
            return false;
        }
        return true;
    }

    private static void checkPapers(ReceiptDraft draft, Known known, LocalDate today, List<Violation> violations) {
        if (isBlank(draft.buyerCode())) {
            violations.add(new Violation("buyerCode", "Say which buyer paid"));
        } else if (!known.buyerExists()) {
            violations.add(new Violation("buyerCode", "There is no buyer " + draft.buyerCode()));
        }
        if (draft.mode() == null || draft.mode() == ReceiptDraft.Mode.CREDIT_NOTE) {
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

    private static void checkParts(ReceiptDraft draft, Known known, List<Violation> violations) {
        if (draft.parts().isEmpty()) {
            return;
        }
        if (!isBlank(draft.invoiceNumber())) {
            violations.add(new Violation("invoiceNumber", "Name one invoice, or several with amounts, not both"));
        }
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < draft.parts().size(); index++) {
            ReceiptDraft.Part part = draft.parts().get(index);
            String path = "parts[" + index + "].";
            if (isBlank(part.invoiceNumber())) {
                violations.add(new Violation(path + "invoiceNumber", "Name the invoice"));
            } else if (!seen.add(part.invoiceNumber())) {
                violations.add(new Violation(
                        path + "invoiceNumber", "Invoice " + part.invoiceNumber() + " is named more than once"));
            }
            checkTarget(
                    path + "invoiceNumber",
                    "invoice",
                    part.invoiceNumber(),
                    Optional.ofNullable(known.parts().get(part.invoiceNumber())).map(Target::of),
                    draft,
                    violations);
            if (checkAmount(path + "amount", "amount", part.amount(), violations)) {
                sum = sum.add(part.amount());
            }
            if (part.tds() != null) {
                checkAmount(path + "tds.amount", "tax deducted", part.tds().amount(), violations);
            }
            if (part.discount() != null) {
                checkAmount(path + "discount", "discount", part.discount(), violations);
            }
        }
        if (draft.amount() != null && sum.compareTo(draft.amount()) > 0) {
            violations.add(new Violation(
                    "amount",
                    "The invoices take " + sum.toPlainString() + ", more than the " + draft.amount() + " received"));
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
