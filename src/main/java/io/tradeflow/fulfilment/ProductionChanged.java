package io.tradeflow.fulfilment;

/** Something happened to a production request that its process has to hear. */
public record ProductionChanged(String productionNumber, String dealNumber, Kind kind) {

    public enum Kind {
        REQUESTED,
        RESCHEDULED,
        RECEIVED,
        CANCELLED
    }
}
