package io.tradeflow.einvoice;

import java.time.Instant;

/**
 * A question to the portal and its answer.
 *
 * @param response null where no answer came
 * @param outcome in a sentence; null while the answer is awaited
 */
public record Exchange(
        Kind kind,
        Instant askedAt,
        String askedBy,
        String request,
        Instant answeredAt,
        String response,
        String outcome) {

    public enum Kind {
        REGISTER("Register"),
        FIND("Look up"),
        CANCEL("Cancel"),
        UPLOAD("Uploaded answer");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
