package io.tradeflow.dispatch;

import java.time.Instant;
import java.util.Locale;

/**
 * A shipment in the carrier's hands.
 *
 * @param carrierCode null for a carrier that is not in our list
 * @param trackingLink where the carrier shows the consignment, null if nowhere
 * @param dispatchedAt null until the goods have left the books
 * @param receivedBy who took the goods, null until delivered
 * @param closedAt when it was over, null while it is on its way
 */
public record Consignment(
        String shipmentNumber,
        String dealNumber,
        String orderNumber,
        HandOver handOver,
        String carrierCode,
        String trackingLink,
        String handedOverBy,
        Instant handedOverAt,
        Instant dispatchedAt,
        Status status,
        String receivedBy,
        Instant closedAt) {

    public enum Status {
        HANDED_OVER,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        /** Delivered, but for a part that the consignee did not take. */
        PARTLY_REFUSED,
        REFUSED,
        LOST;

        /** As people say it: "out for delivery". */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Nothing more is expected of the carrier. */
        public boolean isOver() {
            return compareTo(DELIVERED) >= 0;
        }
    }
}
