package io.tradeflow.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stock planner decides about the open lines of an order.
 *
 * @param rest holds for every open line that {@code lines} does not name
 * @param reason needed where something is given up; the buyer is told
 * @param lines what is decided otherwise, by order line
 */
public record ShortageDecision(Line rest, String reason, Map<Integer, Line> lines) {

    public ShortageDecision {
        lines = Map.copyOf(lines);
    }

    /**
     * @param expectedOn the new date where one can be named
     * @param substituteSku with SUBSTITUTE only
     * @param unitPrice of the substitute in the order's currency; null for the line's own price
     * @param warehouseCode where what is produced comes in; null for the first warehouse
     */
    public record Line(
            ShortageChoice choice,
            LocalDate expectedOn,
            String substituteSku,
            BigDecimal unitPrice,
            String warehouseCode) {}

    Line of(int orderLineNo) {
        return lines.getOrDefault(orderLineNo, rest);
    }

    /** The choice for each of these lines, in their order. */
    Map<Integer, Line> of(Iterable<Integer> openLines) {
        Map<Integer, Line> chosen = new TreeMap<>();
        openLines.forEach(line -> chosen.put(line, of(line)));
        return chosen;
    }
}
