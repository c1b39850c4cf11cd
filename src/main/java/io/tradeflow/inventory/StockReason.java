package io.tradeflow.inventory;

import java.util.Set;

/** Why stock changes other than by trade; which changes it explains is part of it. */
public record StockReason(String code, String name, Set<Use> uses, boolean active) {

    /** What a reason can explain. */
    public enum Use {
        MORE,
        LESS,
        HOLD_BACK,
        RELEASE,
        SCRAP,
        /** Lost on the way from one warehouse to another. */
        UNDER_WAY
    }

    public StockReason {
        uses = Set.copyOf(uses);
    }

    boolean explains(Use use) {
        return active && uses.contains(use);
    }

    /** As the ledger keeps it. */
    String with(String note) {
        return note == null || note.isBlank() ? name : name + ": " + note.strip();
    }
}
