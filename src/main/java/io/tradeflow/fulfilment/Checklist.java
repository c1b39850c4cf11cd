package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.InspectionSheet.Item;
import java.time.LocalDate;
import java.util.List;

/**
 * What is looked at when goods are inspected.
 *
 * @param sku the product it is for, or null
 * @param category the category it is for, with those below, or null; with neither it is for all goods that have none of their own
 * @param validFrom first day, null for ever before
 * @param validTo last day, null while nobody has ended it
 */
public record Checklist(
        String code,
        String name,
        String sku,
        String category,
        LocalDate validFrom,
        LocalDate validTo,
        List<Item> items) {

    /** Whether goods inspected on this day are inspected by it. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
