package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.payment.BankStatements.Share;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the shares of a bank line can be booked one after the other, each of which could be booked alone: what an earlier share takes of an
 * invoice is not there for a later one.
 */
final class SplitCheck {

    private final Map<String, OpenItem> items;
    private final Map<String, BigDecimal> taken = new HashMap<>();
    private final Map<String, Integer> deductedBy = new HashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private SplitCheck(Map<String, OpenItem> items) {
        this.items = items;
    }

    /**
     * @param items the open items that the shares name, by number
     * @throws Problem {@code bank-split-invalid} per field
     */
    static void check(List<Share> shares, Map<String, OpenItem> items) {
        SplitCheck check = new SplitCheck(items);
        for (int index = 0; index < shares.size(); index++) {
            check.add(index, shares.get(index));
        }
        if (!check.violations.isEmpty()) {
            throw Problem.invalid(
                    "bank-split-invalid", "The shares do not go together; none is booked", check.violations);
        }
    }

    private void add(int index, Share share) {
        for (int part = 0; part < share.parts().size(); part++) {
            take(
                    "shares[" + index + "].parts[" + part + "].",
                    index,
                    share.parts().get(part));
        }
        if (share.parts().isEmpty()
                && share.orderNumber() != null
                && !share.orderNumber().isBlank()) {
            orders.putIfAbsent(share.orderNumber(), index);
        }
    }

    private void take(String path, int index, ReceiptDraft.Part part) {
        String invoice = part.invoiceNumber();
        OpenItem item = items.get(invoice);
        Integer order = orders.get(item.orderNumber());
        if (order != null) {
            violations.add(
                    new Violation(
                            path + "invoiceNumber",
                            "Share " + (order + 1) + " is for order " + item.orderNumber()
                                    + " and goes to its open invoices, of which " + invoice
                                    + " is one. Put the share of the invoice first, or name in both what goes to which invoice"));
        }
        BigDecimal before = taken.getOrDefault(invoice, BigDecimal.ZERO);
        BigDecimal all = before.add(part.amount())
                .add(part.tds() == null ? BigDecimal.ZERO : part.tds().amount())
                .add(part.discount() == null ? BigDecimal.ZERO : part.discount());
        taken.put(invoice, all);
        if (before.signum() > 0 && all.compareTo(item.open().amount()) > 0) {
            violations.add(new Violation(
                    path + "amount",
                    "Of " + invoice + " " + Amounts.shown(item.open()) + " is open, and the shares before take "
                            + Amounts.shown(new Money(before, item.open().currency())) + " of it"));
        }
        if (part.tds() != null) {
            Integer first = deductedBy.putIfAbsent(invoice, index);
            if (first != null) {
                violations.add(new Violation(
                        path + "tds.amount",
                        "Share " + (first + 1) + " says already what tax was deducted from " + invoice
                                + "; say all of it there"));
            }
        }
    }
}
