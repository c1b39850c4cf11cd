package io.tradeflow.catalog;

import java.util.Map;

/**
 * A product among its siblings.
 *
 * @param values what it has on each axis, e.g. Size: DN 25; an axis it knows nothing of is absent
 */
public record Variant(Product product, Map<String, String> values) {}
