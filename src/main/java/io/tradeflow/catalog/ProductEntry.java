package io.tradeflow.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A product with all that is entered with it.
 *
 * @param grossWeightKg with packing, per unit, at most four decimals; null where it was not weighed
 * @param attributes value by axis, in the order of the axes
 */
public record ProductEntry(
        Product product, BigDecimal grossWeightKg, Map<String, String> attributes, List<PackagingUnit> packaging) {}
