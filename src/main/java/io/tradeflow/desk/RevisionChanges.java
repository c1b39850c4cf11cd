package io.tradeflow.desk;

import io.tradeflow.kernel.Money;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.quotation.Quote;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What one revision of a quote says otherwise than the one before, in sentences for who approves it. */
final class RevisionChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private RevisionChanges() {}

    static List<String> between(Quote before, Quote now) {
        List<String> changes = new ArrayList<>();
        if (!before.netTotal().equals(now.netTotal())) {
            changes.add("Net " + Amounts.shown(now.netTotal()) + " instead of " + Amounts.shown(before.netTotal()));
        }
        Map<String, Quote.Line> gone = new LinkedHashMap<>();
        before.lines().forEach(line -> gone.put(key(line), line));
        for (Quote.Line line : now.lines()) {
            Quote.Line earlier = gone.remove(key(line));
            if (earlier == null) {
                changes.add(line.sku() + " added: " + line.quantity());
            } else {
                compare(earlier, line, changes);
            }
        }
        gone.values().forEach(line -> changes.add(line.sku() + " removed: " + line.quantity()));
        if (!before.documentDiscount().equals(now.documentDiscount())) {
            changes.add("Discount on the whole changed");
        }
        if (before.charges().total().compareTo(now.charges().total()) != 0) {
            changes.add("Freight, packing and insurance changed");
        }
        if (!before.validUntil().equals(now.validUntil())) {
            changes.add(
                    "Valid until " + DAY.format(now.validUntil()) + " instead of " + DAY.format(before.validUntil()));
        }
        if (!before.terms().equals(now.terms())) {
            changes.add("Terms changed");
        }
        if (!before.shipTo().equals(now.shipTo())) {
            changes.add("Goods go to " + now.shipTo().city() + " instead of "
                    + before.shipTo().city());
        }
        return List.copyOf(changes);
    }

    private static void compare(Quote.Line before, Quote.Line now, List<String> changes) {
        if (!before.quantity().equals(now.quantity())) {
            changes.add(now.sku() + ": " + now.quantity() + " instead of " + before.quantity());
        }
        if (!Objects.equals(before.unitPrice(), now.unitPrice())) {
            changes.add(now.sku() + ": " + shown(now.unitPrice()) + " each instead of " + shown(before.unitPrice()));
        }
    }

    /** The same product may stand on several lines. */
    private static String key(Quote.Line line) {
        return line.sku() + "/" + line.kind();
    }

    private static String shown(Money price) {
        return price == null ? "no price" : Amounts.shown(price);
    }
}
