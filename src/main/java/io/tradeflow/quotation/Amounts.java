package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.AmountInWords;

/** Amounts as mails and timelines show them. */
public final class Amounts {

    private Amounts() {}

    /** "₹4,20,000.00" for rupees, "USD 12,500.00" for the rest. */
    public static String shown(Money money) {
        String currency = money.currency().getCurrencyCode();
        return ("INR".equals(currency) ? "₹" : currency + " ") + AmountInWords.grouped(money.rounded());
    }
}
