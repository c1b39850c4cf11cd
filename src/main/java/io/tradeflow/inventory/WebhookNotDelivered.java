package io.tradeflow.inventory;

/** A message could not be handed over; the sentence says to whom and why. */
public class WebhookNotDelivered extends RuntimeException {

    WebhookNotDelivered(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
