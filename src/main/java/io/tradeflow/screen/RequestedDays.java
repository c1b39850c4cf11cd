package io.tradeflow.screen;

import io.tradeflow.ordering.SalesOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The days an order is wanted by, each with its lines. */
public record RequestedDays(LocalDate day, String lines) {

    private static final int MOST_NAMED = 8;

    /** Earliest day first; lines without a day are left out. */
    public static List<RequestedDays> of(SalesOrder order) {
        Map<LocalDate, List<Integer>> byDay = order.lines().stream()
                .filter(line -> line.requestedOn() != null)
                .collect(Collectors.groupingBy(
                        SalesOrder.Line::requestedOn,
                        TreeMap::new,
                        Collectors.mapping(SalesOrder.Line::lineNo, Collectors.toList())));
        return byDay.entrySet().stream()
                .map(entry -> new RequestedDays(entry.getKey(), words(entry.getValue())))
                .toList();
    }

    private static String words(List<Integer> lines) {
        if (lines.size() > MOST_NAMED) {
            return lines.size() + " lines";
        }
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
