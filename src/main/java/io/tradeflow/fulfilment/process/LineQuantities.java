package io.tradeflow.fulfilment.process;

import io.tradeflow.fulfilment.QuantitiesByLine;
import java.math.BigDecimal;
import java.util.Map;

/** The warehouse's name for {@link QuantitiesByLine}. */
final class LineQuantities {

    private LineQuantities() {}

    /** @throws io.tradeflow.kernel.Problem {@code invalid-quantities} naming each wrong line */
    static Map<Integer, BigDecimal> parse(String field, Object submitted) {
        return QuantitiesByLine.parse(field, submitted);
    }
}
