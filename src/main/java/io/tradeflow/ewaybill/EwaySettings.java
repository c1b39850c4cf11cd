package io.tradeflow.ewaybill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The rules that are data: from which value on, and how the portal wants places outside India.
 *
 * @param otherCountriesCode 96 or 99
 */
record EwaySettings(List<Threshold> thresholds, int otherCountriesCode, int partBFreeKm) {

    EwaySettings {
        thresholds = List.copyOf(thresholds);
    }

    /** @param stateCode two digits, or * for States without a row of their own @param validTo null while it holds */
    record Threshold(
            boolean interState,
            String stateCode,
            BigDecimal amount,
            LocalDate validFrom,
            LocalDate validTo,
            String source) {

        private boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** The State's own threshold of that day, else the one of every State. @throws IllegalStateException where the table has none */
    Threshold threshold(boolean interState, String stateCode, LocalDate day) {
        return thresholds.stream()
                .filter(row -> row.interState() == interState && row.isValidOn(day))
                .filter(row -> row.stateCode().equals(stateCode) || "*".equals(row.stateCode()))
                .min(java.util.Comparator.comparing(row -> "*".equals(row.stateCode())))
                .orElseThrow(() -> new IllegalStateException(
                        "The table of e-way bill thresholds has no row for State " + stateCode + " on " + day));
    }
}
