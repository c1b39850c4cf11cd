package io.tradeflow.dispatch;

import java.time.Instant;

/** A signed paper or photograph of a delivery; the content is asked for apart. */
public record ProofOfDelivery(
        long id,
        String shipmentNumber,
        String contentType,
        String sha256,
        String receivedBy,
        Instant receivedAt,
        String addedBy,
        Instant addedAt) {

    /** With its content. */
    public record File(ProofOfDelivery proof, byte[] content) {}
}
