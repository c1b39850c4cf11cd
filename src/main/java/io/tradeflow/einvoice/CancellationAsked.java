package io.tradeflow.einvoice;

import java.time.Instant;

/**
 * What a person says about cancelling a registration.
 *
 * @param code 1 duplicate, 2 data entry mistake, 3 order cancelled, 4 others
 * @param remark needed for code 4
 * @param atPortal when it was cancelled on the portal, where a person did that; null otherwise
 * @param proof what proves that, such as the portal's acknowledgement; needed where it is told after the time to cancel
 */
public record CancellationAsked(int code, String remark, Instant atPortal, String proof) {

    /** Cancelled now. */
    public static CancellationAsked now(int code, String remark) {
        return new CancellationAsked(code, remark, null, null);
    }

    public CancellationAsked {
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        proof = proof == null || proof.isBlank() ? null : proof.strip();
    }
}
