package io.tradeflow.ewaybill;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * From which value on goods need an e-way bill, for a time.
 *
 * @param stateCode two digits, or {@link #EVERY_STATE} for States without a row of their own
 * @param amount a consignment worth more than this, in INR, needs one
 * @param validUntil last day, or null while it holds
 * @param source where the amount is taken from
 */
public record EwayThreshold(
        Movement movement,
        String stateCode,
        BigDecimal amount,
        LocalDate validFrom,
        LocalDate validUntil,
        String source) {

    /** Stands for every State without a row of its own. */
    public static final String EVERY_STATE = "*";

    /** How far goods go, as the notifications of the States tell it apart. */
    public enum Movement {
        INTER("To another State"),
        INTRA("Within the State"),
        CITY("Within one city");

        private final String label;

        Movement(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
