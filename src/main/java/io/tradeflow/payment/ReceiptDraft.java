package io.tradeflow.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Money that came in. Names one invoice, several with the amount for each, an order for an advance, or nothing: then it is on account of
 * the buyer. What exceeds the one invoice goes to other open invoices of the order, those due first before the others; what is left stays
 * unapplied, with the order where there is one.
 *
 * @param reference bank reference (UTR); the same buyer's reference is booked once
 * @param parts what goes to which invoice; empty where one invoice or none is named
 */
public record ReceiptDraft(
        String buyerCode,
        String orderNumber,
        String invoiceNumber,
        BigDecimal amount,
        String currency,
        Mode mode,
        String reference,
        LocalDate receivedOn,
        List<Part> parts) {

    public ReceiptDraft {
        parts = List.copyOf(parts);
    }

    /** Without a split over invoices. */
    public ReceiptDraft(
            String buyerCode,
            String orderNumber,
            String invoiceNumber,
            BigDecimal amount,
            String currency,
            Mode mode,
            String reference,
            LocalDate receivedOn) {
        this(buyerCode, orderNumber, invoiceNumber, amount, currency, mode, reference, receivedOn, List.of());
    }

    /** The split in one line, the same however its parts are ordered; empty without one. */
    String statedParts() {
        return parts.stream()
                .map(part -> part.invoiceNumber() + " " + plain(part.amount())
                        + (part.tds() == null
                                ? ""
                                : " TDS " + part.tds().section() + " "
                                        + plain(part.tds().amount()))
                        + (part.discount() == null ? "" : " DISCOUNT " + plain(part.discount())))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /**
     * What of the money is for one invoice.
     *
     * @param tds tax the buyer has deducted from this invoice, null if none
     * @param discount what the buyer has taken off for paying early, as agreed; null if nothing
     */
    public record Part(String invoiceNumber, BigDecimal amount, Tds tds, BigDecimal discount) {

        /** Without early-payment discount. */
        public Part(String invoiceNumber, BigDecimal amount, Tds tds) {
            this(invoiceNumber, amount, tds, null);
        }
    }

    /**
     * Tax deducted by the buyer.
     *
     * @param section as {@code tds_rate} knows it, such as 194Q
     * @param certificateNumber null while the certificate is pending
     */
    public record Tds(String section, BigDecimal amount, String certificateNumber, LocalDate certificateOn) {}

    public enum Mode {
        NEFT,
        RTGS,
        IMPS,
        UPI,
        CHEQUE,
        CASH,
        WIRE,
        /** No money: what a credit note took off beyond what was open. Nobody reports it. */
        CREDIT_NOTE;

        /** Those in which money comes. */
        public static List<Mode> ofMoney() {
            return List.of(NEFT, RTGS, IMPS, UPI, CHEQUE, CASH, WIRE);
        }
    }
}
