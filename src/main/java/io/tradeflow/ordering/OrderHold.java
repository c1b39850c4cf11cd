package io.tradeflow.ordering;

import java.time.Instant;

/**
 * Why an order is not served yet.
 *
 * @param reason as order-hold.dmn or a {@link HoldReason} names it
 * @param because in words, for staff
 * @param releasingGroup group of staff that lets the order go
 * @param endedAt null while it holds, like {@code endedBy} and {@code endReason}
 */
public record OrderHold(
        long id,
        String orderNumber,
        String reason,
        String because,
        String releasingGroup,
        Instant heldAt,
        String heldBy,
        Instant endedAt,
        String endedBy,
        String endReason) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** "FIRST_ORDER" as "First order". */
    public String title() {
        String words = reason.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A hold that is called for, before there is one. */
    public record Need(String reason, String because, String releasingGroup) {}
}
