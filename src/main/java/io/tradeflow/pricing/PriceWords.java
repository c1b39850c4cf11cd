package io.tradeflow.pricing;

import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Price rows in the words that people read in reasons and traces. */
final class PriceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int USUAL_DECIMALS = 2;

    private PriceWords() {}

    /**
     * For example "Customer price from 10 NOS, valid from 1 Apr 2026" or "Group price WHOLESALE: 5 % off the list price in category PUMPS
     * from 1 NOS, valid from 1 Apr 2026".
     */
    static String of(PriceRow row, String unit) {
        return whose(row) + (row.isFixed() ? "" : ": " + rule(row)) + " from " + quantity(row.fromQuantity(), unit)
                + ", valid from " + day(row.validFrom());
    }

    static String whose(PriceRow row) {
        return switch (row.level()) {
            case CONTRACT -> "Contract price " + row.agreement();
            case CUSTOMER -> "Customer price";
            case GROUP -> "Group price " + row.owner();
            case CHANNEL -> "Channel price " + row.owner();
            case BASE -> "Base price";
        };
    }

    /** "Customer price" in the middle of a sentence. */
    static String level(PriceRow.Level level) {
        return level.name().toLowerCase(Locale.ROOT) + " price";
    }

    private static String rule(PriceRow row) {
        String of = row.rule().of() == PriceRule.Of.LIST ? "the list price" : "the price below";
        return percent(row.rule().percent()) + " " + of + scope(row);
    }

    private static String scope(PriceRow row) {
        if (row.sku() != null) {
            return "";
        }
        return row.category() == null ? " on everything" : " in category " + row.category();
    }

    /** "5 % off" or "3 % on top of". */
    static String percent(BigDecimal percent) {
        return new Percentage(percent.abs()) + (percent.signum() <= 0 ? " off" : " on top of");
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String quantity(BigDecimal quantity, String unit) {
        return unit == null ? plain(quantity) : new Quantity(quantity, unit).toString();
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** With two decimals, or as many more as it has. */
    static String amount(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(USUAL_DECIMALS, plain.scale())).toPlainString();
    }
}
