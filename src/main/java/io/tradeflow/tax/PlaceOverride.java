package io.tradeflow.tax;

import io.tradeflow.kernel.Problem;

/**
 * Somebody's decision that goods billed to one state and shipped to the buyer's own unregistered site in another are supplied where they
 * arrive. The law is argued both ways, so it takes a person who answers for it.
 *
 * @param stateCode of the delivery address
 * @param why at most 80 characters
 * @param by who decided
 */
public record PlaceOverride(String stateCode, String why, String by) {

    private static final int LONGEST = 80;

    /** @throws Problem {@code place-override-invalid} without a reason or with too long a one */
    public PlaceOverride {
        if (why == null || why.isBlank() || why.length() > LONGEST) {
            throw Problem.invalid(
                    "place-override-invalid",
                    "placeOverride.why",
                    "Say in at most " + LONGEST + " characters why the place of supply is the delivery State");
        }
    }
}
