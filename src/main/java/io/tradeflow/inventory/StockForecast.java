package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of one product can be promised on which day: what is free now and can still be used then, and what is to come until then, less what
 * orders before wait for. They take what is free first, then what comes first. What is late counts for no day until it has a new one.
 *
 * @param lots free, those there now first, then by the day they come
 * @param late announced for a day that is past, and not there
 */
public record StockForecast(String sku, List<Lot> lots, List<ExpectedReceipt> late) {

    /**
     * Goods that can be promised.
     *
     * @param from the day they come; null where they are there now
     * @param lastDay until when they can be used; null where that is not limited or not known yet
     * @param reference the paper that announces them; null where they are there now
     */
    public record Lot(String warehouseCode, BigDecimal quantity, LocalDate from, LocalDate lastDay, String reference) {

        public boolean isHere() {
            return from == null;
        }

        Lot less(BigDecimal taken) {
            return new Lot(warehouseCode, quantity.subtract(taken), from, lastDay, reference);
        }

        boolean isUsableOn(LocalDate day) {
            return (isHere() || !from.isAfter(day)) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    private static final Comparator<Lot> FIRST_COME = Comparator.comparing(
                    Lot::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Lot::lastDay, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::warehouseCode);

    /**
     * @param free what is free of the product now and not expired
     * @param expected what is open of it, late or not
     * @param waited what orders that are served before wait for
     * @param waitedWhole what of it orders wait for that leave complete: they keep nothing that is there from others, but take what comes
     */
    static StockForecast of(
            String sku,
            List<Fefo.Candidate> free,
            List<ExpectedReceipt> expected,
            BigDecimal waited,
            BigDecimal waitedWhole,
            LocalDate today) {
        List<Lot> lots = Stream.concat(
                        free.stream()
                                .map(one -> new Lot(one.warehouseCode(), one.available(), null, one.expiresOn(), null)),
                        expected.stream()
                                .filter(one -> !one.isLate(today))
                                .map(one -> new Lot(
                                        one.warehouseCode(), one.open(), one.expectedOn(), null, one.reference())))
                .sorted(FIRST_COME)
                .toList();
        List<Lot> left = less(less(lots, waited, true), waitedWhole, false);
        return new StockForecast(
                sku, left, expected.stream().filter(one -> one.isLate(today)).toList());
    }

    private static List<Lot> less(List<Lot> lots, BigDecimal waited, boolean alsoWhatIsHere) {
        List<Lot> left = new ArrayList<>();
        BigDecimal missing = waited;
        for (Lot lot : lots) {
            BigDecimal taken = alsoWhatIsHere || !lot.isHere() ? missing.min(lot.quantity()) : BigDecimal.ZERO;
            missing = missing.subtract(taken);
            if (lot.quantity().compareTo(taken) > 0) {
                left.add(lot.less(taken));
            }
        }
        return List.copyOf(left);
    }

    /** What can be promised for this day over all warehouses; a day that is past is asked as today. */
    public BigDecimal on(LocalDate day) {
        return sum(lots.stream().filter(lot -> lot.isUsableOn(day)));
    }

    /** What can be promised for this day from one warehouse. */
    public BigDecimal on(LocalDate day, String warehouse) {
        return sum(lots.stream()
                .filter(lot -> lot.isUsableOn(day) && lot.warehouseCode().equals(warehouse)));
    }

    /** What lies there free now. */
    public BigDecimal now() {
        return sum(lots.stream().filter(Lot::isHere));
    }

    /** The days on which something more comes, the earliest first. */
    public List<LocalDate> days() {
        return lots.stream()
                .filter(lot -> !lot.isHere())
                .map(Lot::from)
                .distinct()
                .toList();
    }

    /** What comes first of what is not there yet; at most one. */
    public List<Lot> next() {
        return lots.stream().filter(lot -> !lot.isHere()).limit(1).toList();
    }

    /** Warehouses that have something for this day. */
    public List<String> warehouses(LocalDate day) {
        return lots.stream()
                .filter(lot -> lot.isUsableOn(day))
                .map(Lot::warehouseCode)
                .distinct()
                .sorted()
                .toList();
    }

    /** The first day on which so much can be promised, today if it is there now; empty where nobody knows one. */
    public Optional<LocalDate> firstDayOf(BigDecimal quantity, LocalDate today) {
        return Stream.concat(
                        Stream.of(today),
                        lots.stream().filter(lot -> !lot.isHere()).map(Lot::from))
                .filter(day -> on(day).compareTo(quantity) >= 0)
                .min(Comparator.naturalOrder());
    }

    private static BigDecimal sum(Stream<Lot> lots) {
        return lots.map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
