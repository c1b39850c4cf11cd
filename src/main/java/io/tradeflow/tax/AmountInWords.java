package io.tradeflow.tax;

import io.tradeflow.kernel.Money;

/** Amounts in words and in figures the Indian way: lakh and crore. */
public final class AmountInWords {

    private AmountInWords() {}

    /** "Rupees Nine Lakh Thirty Nine Thousand … and Fifty Paise Only"; other currencies by their own names. */
    public static String of(Money money) {
        throw new UnsupportedOperationException();
    }

    /** 939334.5 as "9,39,334.50" for INR, grouped by thousands for other currencies; no symbol. */
    public static String grouped(Money money) {
        throw new UnsupportedOperationException();
    }
}
