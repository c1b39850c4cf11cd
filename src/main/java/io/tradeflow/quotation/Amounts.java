package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.AmountInWords;

/** Amounts as mails and timelines show them. */
public final class Amounts {

    private Amounts() {}

    /** "₹4,20,000.00" for rupees, "USD 12,500.00" for the rest. */
    public static String shown(Money money) {
        String currency = money.currency().getCurrencyCode();
        String figure = AmountInWords.grouped(money.rounded());
        if (!"INR".equals(currency)) {
            return currency + " " + figure;
        }
        return figure.startsWith("-") ? "-₹" + figure.substring(1) : "₹" + figure;
    }
}
