package io.tradeflow.ewaybill;

import io.tradeflow.ewaybill.EwayThreshold.Movement;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.GstState;
import io.tradeflow.party.GstStates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of e-way bills that are data, kept by finance like the rates of tax. */
@Service
@Transactional
public class EwayRules {

    private static final String FINANCE = "finance";
    private static final int MOST_DECIMALS = 2;
    private static final BigDecimal MOST = new BigDecimal("9999999999");
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_FREE_KM = 500;

    private final EwayBillTable table;

    EwayRules(EwayBillTable table) {
        this.table = table;
    }

    /** How the portal wants places outside India (96 or 99), and how far goods go without Part B. */
    public record Settings(int otherCountriesCode, int partBFreeKm) {}

    public static boolean mayEnter(Actor by) {
        return by instanceof Actor.Staff person && person.isIn(FINANCE);
    }

    /** All of them, by movement, State and date. */
    @Transactional(readOnly = true)
    public List<EwayThreshold> thresholds() {
        return table.settings().thresholds();
    }

    @Transactional(readOnly = true)
    public Settings settings() {
        EwaySettings settings = table.settings();
        return new Settings(settings.otherCountriesCode(), settings.partBFreeKm());
    }

    /**
     * Enters a threshold that counts from a day on, until the day before the next one of that movement and State. The one that stood before
     * ends the day before; one from the same day is replaced. Repeating changes nothing.
     *
     * @throws Problem {@code finance-only}; {@code eway-threshold-invalid} per field
     */
    public void enter(Actor by, EwayThreshold threshold) {
        requireFinance(by);
        check(threshold);
        table.enter(threshold);
    }

    private static void check(EwayThreshold threshold) {
        List<Violation> wrong = new ArrayList<>();
        if (threshold.movement() == null) {
            wrong.add(new Violation("movement", "Choose INTER, INTRA or CITY"));
        }
        if (threshold.movement() == Movement.INTER && !EwayThreshold.EVERY_STATE.equals(threshold.stateCode())) {
            wrong.add(new Violation("stateCode", "Between States one amount holds for all: enter *"));
        } else if (!isState(threshold.stateCode())) {
            wrong.add(new Violation("stateCode", "The two digits of a State of India such as 27, or * for all others"));
        }
        BigDecimal amount = threshold.amount();
        if (amount == null
                || amount.signum() < 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            wrong.add(new Violation("amount", "An amount in INR with at most two decimals, 0 or more"));
        }
        if (threshold.validFrom() == null) {
            wrong.add(new Violation("validFrom", "The first day is needed"));
        }
        if (threshold.source() == null
                || threshold.source().isBlank()
                || threshold.source().length() > LONGEST_SOURCE) {
            wrong.add(new Violation(
                    "source", "Say where the amount is taken from, in at most " + LONGEST_SOURCE + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("eway-threshold-invalid", "The threshold is not valid", wrong);
        }
    }

    private static boolean isState(String code) {
        return EwayThreshold.EVERY_STATE.equals(code)
                || (!GstStates.OUTSIDE_INDIA.equals(code)
                        && GstStates.withCode(code).filter(GstState::isCurrent).isPresent());
    }

    /** @throws Problem {@code finance-only}; {@code eway-settings-invalid} per field */
    public void set(Actor by, Settings settings) {
        requireFinance(by);
        List<Violation> wrong = new ArrayList<>();
        if (settings.otherCountriesCode() != 96 && settings.otherCountriesCode() != 99) {
            wrong.add(new Violation("otherCountriesCode", "96 or 99"));
        }
        if (settings.partBFreeKm() < 0 || settings.partBFreeKm() > MOST_FREE_KM) {
            wrong.add(new Violation("partBFreeKm", "0 to " + MOST_FREE_KM + " km"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("eway-settings-invalid", "The settings are not valid", wrong);
        }
        table.set(settings);
    }

    private static void requireFinance(Actor by) {
        if (!mayEnter(by)) {
            throw Problem.forbidden("finance-only", "The rules of e-way bills are kept by finance");
        }
    }
}
