package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Works out when lines arrive: each part leaves when it is there and arrives after its days on the way, never before today. A line is there with
 * its last part. Where the order leaves as a whole, all lines leave when the last is there, so all arrive with the latest.
 */
final class PromisePlan {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private PromisePlan() {}

    /**
     * A part of a line that leaves from one warehouse.
     *
     * @param readyOn the day it can leave; null where it is there now
     * @param reference the paper that announces it; null where it is there now
     */
    record Part(BigDecimal quantity, String warehouseCode, LocalDate readyOn, String reference) {}

    /**
     * @param quantity what is still to leave
     * @param parts where it comes from; together at most the quantity
     * @param gone what has left already
     * @param late announced for it and not there in time
     */
    record Line(int lineNo, BigDecimal quantity, List<Part> parts, BigDecimal gone, List<String> late) {

        BigDecimal unknown() {
            return parts.stream().map(Part::quantity).reduce(quantity, BigDecimal::subtract);
        }
    }

    /** @param transit days by warehouse; one that is missing is not known and counts none, and the reason says so */
    static List<Promise> of(List<Line> lines, boolean complete, Map<String, Integer> transit, LocalDate today) {
        List<Line> toCome =
                lines.stream().filter(line -> line.quantity().signum() > 0).toList();
        LocalDate together = complete ? togetherOn(toCome, transit, today) : null;
        List<Promise> promises = new ArrayList<>();
        for (Line line : toCome) {
            LocalDate alone = arrival(line, null, transit, today);
            LocalDate promised = complete ? together : alone;
            boolean held = complete && toCome.size() > 1;
            promises.add(new Promise(
                    line.lineNo(),
                    promised,
                    promised,
                    reason(line, transit, true) + (held ? wholeWords(alone, promised) : ""),
                    reason(line, transit, false) + (held ? wholeWords(alone, promised) : "")));
        }
        return promises;
    }

    /** The day on which the last of all arrives if nothing leaves before all can; null where some of it is not known. */
    private static LocalDate togetherOn(List<Line> lines, Map<String, Integer> transit, LocalDate today) {
        return wholeReadyOn(lines, today)
                .flatMap(ready -> lines.stream()
                        .map(line -> arrival(line, ready, transit, today))
                        .max(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static String wholeWords(LocalDate alone, LocalDate together) {
        if (together == null) {
            return "; the order leaves complete and waits for its other lines";
        }
        return together.equals(alone)
                ? "; the order leaves complete"
                : "; the order leaves complete, with its last line";
    }

    /** The day on which all of all lines can leave; empty where some of it is not known. */
    private static Optional<LocalDate> wholeReadyOn(Collection<Line> lines, LocalDate today) {
        if (lines.stream().anyMatch(line -> line.unknown().signum() > 0)) {
            return Optional.empty();
        }
        return Optional.of(lines.stream()
                .flatMap(line -> line.parts().stream())
                .map(part -> readyOn(part, today))
                .max(Comparator.naturalOrder())
                .orElse(today));
    }

    /** @param notBefore the day before which nothing leaves, or null */
    private static LocalDate arrival(Line line, LocalDate notBefore, Map<String, Integer> transit, LocalDate today) {
        if (line.unknown().signum() > 0) {
            return null;
        }
        return line.parts().stream()
                .map(part -> {
                    LocalDate ready = readyOn(part, today);
                    LocalDate leaves = notBefore != null && notBefore.isAfter(ready) ? notBefore : ready;
                    return leaves.plusDays(transit.getOrDefault(part.warehouseCode(), 0));
                })
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    private static LocalDate readyOn(Part part, LocalDate today) {
        return part.readyOn() == null || part.readyOn().isBefore(today) ? today : part.readyOn();
    }

    private static String reason(Line line, Map<String, Integer> transit, boolean forStaff) {
        List<String> words = new ArrayList<>();
        if (line.gone().signum() > 0) {
            words.add(plain(line.gone()) + " have left");
        }
        BigDecimal here = line.parts().stream()
                .filter(part -> part.readyOn() == null)
                .map(Part::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean split = line.parts().stream().anyMatch(part -> part.readyOn() != null)
                || line.unknown().signum() > 0
                || line.gone().signum() > 0;
        if (here.signum() > 0) {
            String from = forStaff ? " from " + warehousesOf(line, true) : "";
            words.add((split ? plain(here) + " of " + plain(line.quantity().add(line.gone())) : "All") + from + " now");
        }
        line.parts().stream()
                .filter(part -> part.readyOn() != null)
                .sorted(Comparator.comparing(Part::readyOn))
                .forEach(part -> words.add(plain(part.quantity())
                        + (forStaff ? " with " + part.reference() + " in " + part.warehouseCode() : "")
                        + " on "
                        + DAY.format(part.readyOn())));
        if (line.unknown().signum() > 0) {
            words.add("for " + plain(line.unknown()) + " no day is known yet"
                    + (forStaff && !line.late().isEmpty() ? " (late: " + String.join(", ", line.late()) + ")" : ""));
        }
        return String.join(", ", words) + transitWords(line, transit, forStaff);
    }

    private static String warehousesOf(Line line, boolean here) {
        return String.join(
                " and ",
                line.parts().stream()
                        .filter(part -> (part.readyOn() == null) == here)
                        .map(Part::warehouseCode)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String transitWords(Line line, Map<String, Integer> transit, boolean forStaff) {
        Map<String, Integer> known = new TreeMap<>();
        line.parts().forEach(part -> {
            if (transit.containsKey(part.warehouseCode())) {
                known.put(part.warehouseCode(), transit.get(part.warehouseCode()));
            }
        });
        if (line.parts().isEmpty()) {
            return "";
        }
        if (known.isEmpty()) {
            return "; days on the way are not known";
        }
        if (known.values().stream().distinct().count() == 1) {
            return "; " + days(known.values().iterator().next()) + " on the way";
        }
        return forStaff
                ? "; on the way: "
                        + String.join(
                                ", ",
                                known.entrySet().stream()
                                        .map(one -> days(one.getValue()) + " from " + one.getKey())
                                        .toList())
                : "; up to "
                        + days(known.values().stream()
                                .max(Comparator.naturalOrder())
                                .orElseThrow())
                        + " on the way";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
