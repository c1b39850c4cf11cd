package io.tradeflow.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which money goes to which invoice of an order: each receipt first to the invoice the payer named, then to those due first, until either
 * the money or the invoices are used up. No invoice gets more than it asks for.
 */
final class Applications {

    private Applications() {}

    /** Money no invoice has taken yet; {@code namedInvoice} may be null. */
    record Unapplied(String receiptNumber, String namedInvoice, BigDecimal amount) {}

    /** What an invoice still asks for. */
    record Open(String invoiceNumber, BigDecimal amount) {}

    record Application(String receiptNumber, String invoiceNumber, BigDecimal amount) {}

    /**
     * @param receipts in the order they came
     * @param invoices in the order they are due
     */
    static List<Application> of(List<Unapplied> receipts, List<Open> invoices) {
        Map<String, BigDecimal> openByInvoice = new LinkedHashMap<>();
        invoices.forEach(invoice -> openByInvoice.put(invoice.invoiceNumber(), invoice.amount()));
        List<Application> applications = new ArrayList<>();
        for (Unapplied receipt : receipts) {
            BigDecimal left = receipt.amount();
            for (String invoice : namedFirst(receipt, openByInvoice)) {
                BigDecimal taken = left.min(openByInvoice.get(invoice));
                if (taken.signum() > 0) {
                    applications.add(new Application(receipt.receiptNumber(), invoice, taken));
                    openByInvoice.merge(invoice, taken, BigDecimal::subtract);
                    left = left.subtract(taken);
                }
            }
        }
        return applications;
    }

    private static List<String> namedFirst(Unapplied receipt, Map<String, BigDecimal> openByInvoice) {
        return openByInvoice.keySet().stream()
                .sorted(Comparator.comparing(invoice -> !invoice.equals(receipt.namedInvoice())))
                .toList();
    }
}
