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
        boolean wholeOrderOnly) {}
