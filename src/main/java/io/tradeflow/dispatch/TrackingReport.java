package io.tradeflow.dispatch;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What somebody reports about a consignment.
 *
 * @param eventId the carrier's own number of the event, null if a person types it
 * @param kind code of a kind of event
 * @param occurredAt null for now
 * @param receivedBy who took the goods; needed when delivered
 * @param expectedOn the new day of arrival of a delay, null if unknown
 * @param refused what was not taken, by line of the shipment; only with a delivery
 */
public record TrackingReport(
        String eventId,
        String kind,
        Instant occurredAt,
        String place,
        String note,
        String receivedBy,
        LocalDate expectedOn,
        Map<Integer, BigDecimal> refused) {

    public TrackingReport {
        if (refused != null) {
            refused.forEach((line, quantity) -> {
                if (quantity == null) {
                    throw Problem.invalid("invalid-report", "refused[" + line + "]", "How much was not taken?");
                }
            });
        }
        refused = refused == null ? Map.of() : Map.copyOf(refused);
    }
}
