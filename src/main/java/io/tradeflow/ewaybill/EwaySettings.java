package io.tradeflow.ewaybill;

import io.tradeflow.ewaybill.EwayThreshold.Movement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules that are data: from which value on, how the portal wants places outside India, and how far goods go without Part B.
 *
 * @param otherCountriesCode 96 or 99
 * @param partBFreeKm within a State goods go this far to the transporter's place without Part B (rule 138(3))
 */
record EwaySettings(List<EwayThreshold> thresholds, int otherCountriesCode, int partBFreeKm) {

    EwaySettings {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The State's own threshold of that day, else the one of every State; within a city the State's rule for cities, where it has one.
     *
     * @throws IllegalStateException where the table has none
     */
    EwayThreshold threshold(Movement movement, String stateCode, LocalDate day) {
        Optional<EwayThreshold> found = thresholds.stream()
                .filter(row -> row.movement() == movement && row.isValidOn(day))
                .filter(row -> row.stateCode().equals(stateCode) || isForEveryState(row))
                .min(Comparator.comparing(EwaySettings::isForEveryState));
        if (found.isEmpty() && movement == Movement.CITY) {
            return threshold(Movement.INTRA, stateCode, day);
        }
        return found.orElseThrow(() -> new IllegalStateException(
                "The table of e-way bill thresholds has no row for State " + stateCode + " on " + day));
    }

    private static boolean isForEveryState(EwayThreshold row) {
        return EwayThreshold.EVERY_STATE.equals(row.stateCode());
    }
}
