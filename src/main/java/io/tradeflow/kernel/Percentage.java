package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** A percentage with at most six decimals: 18 means 18 %. */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

    public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);

    private static final int SCALE = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        Objects.requireNonNull(value, "value");
        value = value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    /** How much of {@code whole} the {@code part} is; zero when the whole is zero. */
    public static Percentage share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? ZERO
                : new Percentage(part.multiply(HUNDRED).divide(whole, SCALE, RoundingMode.HALF_UP));
    }

    /** This percentage of an amount, not rounded. */
    public BigDecimal of(BigDecimal amount) {
        return amount.multiply(value).divide(HUNDRED);
    }

    public Percentage half() {
        return new Percentage(value.divide(BigDecimal.valueOf(2), SCALE, RoundingMode.HALF_UP));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Percentage other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + " %";
    }
}
