package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount with its currency. Up to four decimals while it is computed with; {@link #rounded()} gives what is printed
 * and owed (two decimals, half up on the magnitude).
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Decimals of an amount that is printed or owed. */
    public static final int DOCUMENT_SCALE = 2;

    private static final int COMPUTING_SCALE = 4;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        amount = amount.setScale(COMPUTING_SCALE, RoundingMode.HALF_UP);
    }

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money percent(Percentage percentage) {
        return new Money(percentage.of(amount), currency);
    }

    /** Two decimals, half up on the magnitude: 2.675 gives 2.68, -2.675 gives -2.68. */
    public Money rounded() {
        return new Money(amount.setScale(DOCUMENT_SCALE, RoundingMode.HALF_UP), currency);
    }

    /** The amount as documents and the API carry it, with two decimals. */
    public BigDecimal toDocumentScale() {
        return amount.setScale(DOCUMENT_SCALE, RoundingMode.HALF_UP);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return toDocumentScale().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " do not mix");
        }
        return other;
    }
}
