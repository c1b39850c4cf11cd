package io.tradeflow.inventory;

import java.util.HashMap;
import java.util.Map;

/**
 * What is written in the same statement as movements, so that products are locked for one round trip less each.
 *
 * @param steps further steps of the statement's {@code with}, each with a comma behind it
 * @param parameters of these steps by name
 */
record Along(String steps, Map<String, Object> parameters) {

    static final Along NOTHING = new Along("", Map.of());

    Along and(Along other) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(other.parameters);
        return new Along(steps + other.steps, all);
    }
}
