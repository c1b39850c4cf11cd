package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An order line that waits for stock.
 *
 * @param quantity open, in the product's unit
 * @param priority that counts, 1 to 99; {@code priorityReason} and {@code prioritySetBy} are null where the table has decided it
 * @param remainingDays the batch must still be usable when it leaves
 * @param expectedOn day on which it arrives at the buyer, as last worked out; null where nobody knows
 * @param expectedWhy where it comes from, for staff; null before it was worked out
 * @param wholeOrderOnly the buyer takes everything at once, so the line keeps nothing from others
 */
public record WaitingLine(
        String orderNumber,
        int orderLineNo,
        String dealNumber,
        String buyerName,
        String sku,
        String description,
        BigDecimal quantity,
        String unit,
        int priority,
        String priorityReason,
        String prioritySetBy,
        LocalDate orderedOn,
        Instant since,
        int remainingDays,
        LocalDate expectedOn,
        String expectedWhy,
        boolean wholeOrderOnly) {

    /** Whether the day that was named is over without the goods. */
    public boolean isOverdue(LocalDate today) {
        return expectedOn != null && expectedOn.isBefore(today);
    }
}
