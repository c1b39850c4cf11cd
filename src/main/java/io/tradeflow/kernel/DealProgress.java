package io.tradeflow.kernel;

import java.util.Optional;

/**
 * Something worth a line in a deal's timeline has happened. Published by any room as a Spring event in the transaction of
 * the effect; the inquiry room keeps the timeline and, where a stage is named, moves the deal's stage.
 *
 * @param dealNumber the inquiry's number, business key of the deal
 * @param stage the stage the deal has now reached, or empty where it stays
 * @param fact one sentence in the trade's words, readable by the buyer if {@code forBuyer}
 * @param documentNumber the document it is about, or null
 */
public record DealProgress(
        String dealNumber, Optional<DealStage> stage, String fact, String documentNumber, Actor by, boolean forBuyer) {

    public static DealProgress reached(
            String dealNumber, DealStage stage, String fact, String documentNumber, Actor by) {
        return new DealProgress(dealNumber, Optional.of(stage), fact, documentNumber, by, true);
    }

    /** A fact for staff only, such as a margin approval. */
    public static DealProgress internal(String dealNumber, String fact, String documentNumber, Actor by) {
        return new DealProgress(dealNumber, Optional.empty(), fact, documentNumber, by, false);
    }

    public static DealProgress noted(String dealNumber, String fact, String documentNumber, Actor by) {
        return new DealProgress(dealNumber, Optional.empty(), fact, documentNumber, by, true);
    }
}
