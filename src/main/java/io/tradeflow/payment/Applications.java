package io.tradeflow.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which money goes to which invoice of an order: each receipt first to the invoice the payer named, then to those due first, until either
 * the money or the invoices are used up. No invoice gets more than it asks for.
 */
final class Applications {

    private Applications() {}

    /** Money no invoice has taken yet; {@code namedInvoice} may be null. */
    record Unapplied(String receiptNumber, String namedInvoice, BigDecimal amount) {}

    /** What an invoice still asks for, or one of its instalments: an invoice may be there several times. */
    record Open(String invoiceNumber, BigDecimal amount) {}

    record Application(String receiptNumber, String invoiceNumber, BigDecimal amount) {}

    /**
     * @param receipts in the order they came
     * @param invoices in the order they are due
     */
    static List<Application> of(List<Unapplied> receipts, List<Open> invoices) {
        List<BigDecimal> left =
                new ArrayList<>(invoices.stream().map(Open::amount).toList());
        List<Application> applications = new ArrayList<>();
        for (Unapplied receipt : receipts) {
            Map<String, BigDecimal> taken = new LinkedHashMap<>();
            BigDecimal money = receipt.amount();
            for (int index : namedFirst(receipt, invoices)) {
                BigDecimal part = money.min(left.get(index));
                if (part.signum() > 0) {
                    taken.merge(invoices.get(index).invoiceNumber(), part, BigDecimal::add);
                    left.set(index, left.get(index).subtract(part));
                    money = money.subtract(part);
                }
            }
            taken.forEach(
                    (invoice, amount) -> applications.add(new Application(receipt.receiptNumber(), invoice, amount)));
        }
        return applications;
    }

    private static List<Integer> namedFirst(Unapplied receipt, List<Open> invoices) {
        return IntStream.range(0, invoices.size())
                .boxed()
                .sorted(Comparator.comparing(
                        index -> !invoices.get(index).invoiceNumber().equals(receipt.namedInvoice())))
                .toList();
    }
}
