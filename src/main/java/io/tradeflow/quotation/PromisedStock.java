package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stock there is for each line on the day it is promised for. Lines of a product share it: earlier promises are served first, lines
 * without a date after those with one, lines that do not count last; what expires first goes first, and nothing that is expired by then
 * or comes only later.
 */
public final class PromisedStock {

    private static final Comparator<LocalDate> LATEST_IS_NONE = Comparator.nullsLast(Comparator.naturalOrder());

    private PromisedStock() {}

    /**
     * @param promised the day the line is promised for; null for as soon as possible, which is judged as of now
     * @param free of the product for that day, before other lines took theirs
     * @param missing of the line's quantity, zero if there is enough
     */
    public record Line(int lineNo, LocalDate promised, BigDecimal free, BigDecimal missing) {

        public boolean isShort() {
            return missing.signum() > 0;
        }
    }

    /**
     * @param neededBy the inquiry's day, for lines without one of their own; may be null
     * @return by number of the line
     */
    public static Map<Integer, Line> of(
            Collection<Quote.Line> lines, LocalDate neededBy, List<StockOutlook.Lot> lots, LocalDate today) {
        Map<String, List<Rest>> rests = new HashMap<>();
        lots.stream()
                .sorted(Comparator.comparing(StockOutlook.Lot::lastDay, LATEST_IS_NONE))
                .forEach(lot -> rests.computeIfAbsent(lot.sku(), sku -> new ArrayList<>())
                        .add(new Rest(lot)));
        Map<Integer, Line> answers = new HashMap<>();
        lines.stream()
                .sorted(Comparator.comparing((Quote.Line line) -> !line.isFirm())
                        .thenComparing(line -> promised(line, neededBy), LATEST_IS_NONE)
                        .thenComparing(Quote.Line::lineNo))
                .forEach(line -> {
                    LocalDate promised = promised(line, neededBy);
                    LocalDate day = promised == null || promised.isBefore(today) ? today : promised;
                    answers.put(line.lineNo(), serve(line, promised, day, rests.getOrDefault(line.sku(), List.of())));
                });
        return answers;
    }

    private static Line serve(Quote.Line line, LocalDate promised, LocalDate day, List<Rest> rests) {
        BigDecimal free = BigDecimal.ZERO;
        BigDecimal missing = line.quantity().value();
        for (Rest rest : rests) {
            if (!rest.lot.isUsableOn(day)) {
                continue;
            }
            free = free.add(rest.lot.quantity());
            BigDecimal taken = missing.min(rest.left);
            rest.left = rest.left.subtract(taken);
            missing = missing.subtract(taken);
        }
        return new Line(line.lineNo(), promised, free, missing);
    }

    private static LocalDate promised(Quote.Line line, LocalDate neededBy) {
        return line.neededBy() == null ? neededBy : line.neededBy();
    }

    /** What earlier lines have left of a lot. */
    private static final class Rest {

        private final StockOutlook.Lot lot;
        private BigDecimal left;

        private Rest(StockOutlook.Lot lot) {
            this.lot = lot;
            this.left = lot.quantity();
        }
    }
}
