package io.tradeflow.ordering;

import java.util.List;

/**
 * What cancelling a deal would come to now, as its reader may see it.
 *
 * @param obstacle why the whole cannot be cancelled; null where it can
 * @param restPossible whether what has not left yet can be cancelled where the whole cannot
 */
public record CancellationPreview(
        String dealNumber, String stage, String obstacle, boolean restPossible, List<Line> undone) {

    /** @param kind as {@link CancellationEffect} names it */
    public record Line(String kind, String words) {}

    public boolean isPossible() {
        return obstacle == null;
    }
}
