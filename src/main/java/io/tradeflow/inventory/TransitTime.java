package io.tradeflow.inventory;

import java.time.LocalDate;

/**
 * How many calendar days goods are on the way.
 *
 * @param id null for a new one
 * @param warehouseCode null for every warehouse
 * @param pinPrefix how the PIN code of the place begins, or null
 * @param stateCode GST code of the state, or null; a place is told by one of the two or by none, for everywhere
 * @param validTo the last day it holds, or null
 */
public record TransitTime(
        Long id,
        String warehouseCode,
        String pinPrefix,
        String stateCode,
        int days,
        LocalDate validFrom,
        LocalDate validTo) {}
