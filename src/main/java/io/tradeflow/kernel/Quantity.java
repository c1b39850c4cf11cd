package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** A decimal quantity (at most six decimals) with its unit, a UQC such as NOS, KGS or MTR. */
public record Quantity(BigDecimal value, String unit) implements Comparable<Quantity> {

    private static final int SCALE = 6;

    public Quantity {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        value = value.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /** @throws IllegalArgumentException when the units differ */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(sameUnit(other).value), unit);
    }

    /** @throws IllegalArgumentException when the units differ */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(sameUnit(other).value), unit);
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The value without trailing zeros, as it is printed: 12 rather than 12.000000. */
    public BigDecimal plain() {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(sameUnit(other).value);
    }

    @Override
    public String toString() {
        return plain().toPlainString() + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("Quantities in " + unit + " and " + other.unit + " do not mix");
        }
        return other;
    }
}
