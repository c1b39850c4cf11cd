package io.tradeflow.tax;

import io.tradeflow.party.GstStates;
import java.util.Optional;

/** A state or union territory by its two-digit GST code; 96 stands for every place outside India. */
public record GstState(String code, String name) {

    /** Code of the place of supply of an export. */
    public static final String OUTSIDE_INDIA = GstStates.OUTSIDE_INDIA;

    private static final GstState ABROAD = new GstState(OUTSIDE_INDIA, "Other Countries");
    private static final String STATE_TAX = "SGST";

    /** The state of this code; a retired code gives its successor. Empty for codes that do not exist. */
    public static Optional<GstState> find(String code) {
        if (OUTSIDE_INDIA.equals(code)) {
            return Optional.of(ABROAD);
        }
        return GstStates.withCode(code)
                .map(io.tradeflow.party.GstState::currentCode)
                .flatMap(GstStates::withCode)
                .map(state -> new GstState(state.code(), state.name()));
    }

    /** @throws IllegalArgumentException when there is no such code */
    public static GstState of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no GST state code"));
    }

    static GstState outsideIndia() {
        return ABROAD;
    }

    public boolean isInIndia() {
        return !OUTSIDE_INDIA.equals(code);
    }

    /** What the state's half of the tax is called there: SGST or UTGST. */
    public String stateTaxLabel() {
        return GstStates.withCode(code)
                .map(io.tradeflow.party.GstState::stateTax)
                .orElse(STATE_TAX);
    }
}
