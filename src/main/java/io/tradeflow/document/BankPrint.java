package io.tradeflow.document;

/**
 * Where to pay. {@code upiId} and {@code swift} may be null.
 *
 * @param upiPayment what a UPI app reads to pay this document, printed as a QR code; null where that is not possible
 */
public record BankPrint(
        String accountName,
        String bank,
        String accountNumber,
        String ifsc,
        String swift,
        String upiId,
        String upiPayment) {

    /** Without a code to scan. */
    public BankPrint(String accountName, String bank, String accountNumber, String ifsc, String swift, String upiId) {
        this(accountName, bank, accountNumber, ifsc, swift, upiId, null);
    }
}
