package io.tradeflow.pricing;

import io.tradeflow.pricing.PriceRow.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of two price rows stands before the other from today on, whatever is ordered. Rules of the price below are left out: what stands
 * behind them still matters to them.
 */
final class PriceShadows {

    private final List<String> path;
    private final Function<String, String> tierOf;
    private final LocalDate today;

    /**
     * @param path categories of the new row's product, or its category and those above it, nearest first
     * @param tierOf price tier of a buyer
     */
    PriceShadows(List<String> path, Function<String, String> tierOf, LocalDate today) {
        this.path = path;
        this.tierOf = tierOf;
        this.today = today;
    }

    /** @param others rows that could meet the new one: for its product, its categories or everything, in its currency */
    List<PriceShadow> of(PriceRow row, List<PriceLists.Entry> others) {
        return others.stream()
                .flatMap(other ->
                        between(row, other.row()).map(kind -> new PriceShadow(kind, other.id(), words(other))).stream())
                .toList();
    }

    private static String words(PriceLists.Entry other) {
        return other.words()
                + (other.row().isFixed()
                        ? ": " + PriceWords.amount(other.row().unitPrice()) + " "
                                + other.row().currency()
                        : "");
    }

    private Optional<PriceShadow.Kind> between(PriceRow row, PriceRow other) {
        if (isSameRow(row, other)) {
            return Optional.empty();
        }
        if (countsBeforeAlways(other, row)) {
            return Optional.of(PriceShadow.Kind.NEVER_COUNTS);
        }
        if (countsBeforeAlways(row, other)) {
            return Optional.of(PriceShadow.Kind.HIDES);
        }
        return isDearer(row, other) ? Optional.of(PriceShadow.Kind.DEARER) : Optional.empty();
    }

    /** It is changed, not hidden. */
    private static boolean isSameRow(PriceRow row, PriceRow other) {
        return row.level() == other.level()
                && same(row.owner(), other.owner())
                && same(row.agreement(), other.agreement())
                && sameScope(row, other)
                && row.fromQuantity().compareTo(other.fromQuantity()) == 0
                && row.validFrom().equals(other.validFrom())
                && row.priority().equals(other.priority());
    }

    private boolean countsBeforeAlways(PriceRow first, PriceRow second) {
        return !worksFromBelow(first)
                && coversAudience(first, second)
                && coversScope(first, second)
                && first.fromQuantity().compareTo(second.fromQuantity()) <= 0
                && coversTime(first, second)
                && standsBefore(first, second);
    }

    private boolean isDearer(PriceRow row, PriceRow other) {
        return row.isFixed()
                && other.isFixed()
                && other.level() != Level.BASE
                && row.level().compareTo(other.level()) < 0
                && sameScope(row, other)
                && (coversAudience(other, row) || row.level() == Level.GROUP && other.level() == Level.CHANNEL)
                && meetInTime(row, other)
                && row.fromQuantity().compareTo(other.fromQuantity()) <= 0
                && row.unitPrice().compareTo(other.unitPrice()) > 0;
    }

    private static boolean worksFromBelow(PriceRow row) {
        return !row.isFixed() && row.rule().of() == PriceRule.Of.BELOW;
    }

    /** Whether every buyer the second row is for gets the first as well. */
    private boolean coversAudience(PriceRow first, PriceRow second) {
        if (first.level() == Level.BASE) {
            return true;
        }
        boolean ofOneBuyer = second.level() == Level.CUSTOMER || second.level() == Level.CONTRACT;
        return switch (first.level()) {
            case CONTRACT, CUSTOMER -> ofOneBuyer && first.owner().equals(second.owner());
            case GROUP ->
                second.level() == Level.GROUP
                        ? first.owner().equals(second.owner())
                        : ofOneBuyer && first.owner().equals(tierOf.apply(second.owner()));
            default -> second.level() == Level.CHANNEL && first.owner().equals(second.owner());
        };
    }

    /** Whether the first row is for all that the second is for; one of them is for the path's product or category. */
    private boolean coversScope(PriceRow first, PriceRow second) {
        if (sameScope(first, second) || first.sku() == null && first.category() == null) {
            return true;
        }
        return first.sku() == null
                && path.contains(first.category())
                && (second.sku() != null || isBelow(second, first));
    }

    private boolean isBelow(PriceRow second, PriceRow first) {
        return second.category() != null
                && path.contains(second.category())
                && path.indexOf(second.category()) < path.indexOf(first.category());
    }

    private boolean coversTime(PriceRow first, PriceRow second) {
        LocalDate from = second.validFrom().isAfter(today) ? second.validFrom() : today;
        return !first.validFrom().isAfter(from)
                && (first.validUntil() == null
                        || second.validUntil() != null && !first.validUntil().isBefore(second.validUntil()));
    }

    private static boolean meetInTime(PriceRow one, PriceRow other) {
        return (one.validUntil() == null || !one.validUntil().isBefore(other.validFrom()))
                && (other.validUntil() == null || !other.validUntil().isBefore(one.validFrom()));
    }

    /** As {@link Offer#BEST_FIRST} decides, as far as it does not depend on what is ordered. */
    private static boolean standsBefore(PriceRow first, PriceRow second) {
        if (first.level() != second.level()) {
            return first.level().compareTo(second.level()) < 0;
        }
        if (!sameScope(first, second) || first.fromQuantity().compareTo(second.fromQuantity()) != 0) {
            return false;
        }
        if (!first.validFrom().equals(second.validFrom())) {
            return first.validFrom().isAfter(second.validFrom());
        }
        return first.priority() > second.priority();
    }

    private static boolean sameScope(PriceRow one, PriceRow other) {
        return same(one.sku(), other.sku()) && same(one.category(), other.category());
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }
}
