package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a UPI app reads off a document to pay it: payee, amount and the document as reference. Only rupees can be paid so. */
final class UpiPayment {

    private static final String RUPEE = "INR";

    private UpiPayment() {}

    /** Null where the branch has no UPI address, the amount is not in INR or nothing is to be paid. */
    static String of(Branch.BankAccount account, Money amount, String documentNumber) {
        if (account == null
                || account.upiId() == null
                || account.upiId().isBlank()
                || !amount.isPositive()
                || !amount.currency().getCurrencyCode().equals(RUPEE)) {
            return null;
        }
        return "upi://pay?pa=" + account.upiId() + "&pn=" + encoded(account.accountName()) + "&am="
                + amount.toDocumentScale().toPlainString() + "&cu=" + RUPEE + "&tr=" + documentNumber + "&tn="
                + documentNumber;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
