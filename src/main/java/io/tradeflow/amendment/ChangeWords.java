package io.tradeflow.amendment;

import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A change in sentences, before and after; and the hash of what it leads to, which approvals are bound to. */
final class ChangeWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ChangeWords() {}

    static List<String> between(SalesOrder before, SalesOrder after) {
        Map<Integer, SalesOrder.Line> had =
                before.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        List<String> sentences = new ArrayList<>();
        for (SalesOrder.Line line : after.lines()) {
            SalesOrder.Line old = had.get(line.lineNo());
            if (old == null) {
                sentences.add("New line " + line.lineNo() + ": " + quantity(line) + " " + line.description() + " at "
                        + Amounts.shown(line.unitPrice())
                        + (line.requestedOn() == null ? "" : ", wanted by " + DAY.format(line.requestedOn())));
            } else {
                line(old, line, sentences);
            }
        }
        if (!before.shipTo().equals(after.shipTo())) {
            sentences.add("Delivered to " + after.shipTo().onOneLine() + "; was "
                    + before.shipTo().onOneLine());
        }
        if (before.delivery().shippingPolicy() != after.delivery().shippingPolicy()) {
            sentences.add("Sent " + after.delivery().shippingPolicy().label().toLowerCase(Locale.ROOT) + "; was "
                    + before.delivery().shippingPolicy().label().toLowerCase(Locale.ROOT));
        }
        if (!Objects.equals(before.delivery().instructions(), after.delivery().instructions())) {
            sentences.add("Delivery instructions: "
                    + (after.delivery().instructions() == null
                            ? "none"
                            : after.delivery().instructions()));
        }
        if (after.advance().compareTo(before.advance()) != 0) {
            sentences.add("Advance " + Amounts.shown(after.advance()) + "; was " + Amounts.shown(before.advance()));
        }
        return sentences;
    }

    private static void line(SalesOrder.Line old, SalesOrder.Line line, List<String> sentences) {
        String what = "Line " + line.lineNo() + ", " + line.description() + ": ";
        boolean settled = old.shortClosed().signum() > 0;
        if (settled && line.ordered().value().compareTo(old.toDeliver()) == 0) {
            sentences.add(what + old.shortClosed().stripTrailingZeros().toPlainString() + " of " + quantity(old)
                    + ", given up before, are no longer part of the order");
            day(old, line, what, sentences);
            return;
        }
        if (line.ordered().isZero() && !old.ordered().isZero()) {
            sentences.add(what + "taken out; was " + quantity(old));
            return;
        }
        if (line.ordered().compareTo(old.ordered()) != 0) {
            sentences.add(what + quantity(line) + "; was " + quantity(old)
                    + (settled
                            ? ", of which "
                                    + old.shortClosed().stripTrailingZeros().toPlainString() + " were given up"
                            : "")
                    + price(old.unitPrice(), line.unitPrice()));
        }
        day(old, line, what, sentences);
    }

    private static void day(SalesOrder.Line old, SalesOrder.Line line, String what, List<String> sentences) {
        if (!Objects.equals(old.requestedOn(), line.requestedOn())) {
            sentences.add(what + "wanted by " + day(line.requestedOn()) + "; was " + day(old.requestedOn()));
        }
    }

    private static String price(Money before, Money after) {
        return before.compareTo(after) == 0 ? "" : "; " + Amounts.shown(after) + " each, was " + Amounts.shown(before);
    }

    private static String quantity(SalesOrder.Line line) {
        return line.ordered().plain().toPlainString() + " " + line.ordered().unit();
    }

    private static String day(LocalDate day) {
        return day == null ? "no particular day" : DAY.format(day);
    }

    /** SHA-256, in lower-case hexadecimal, over everything the revised order says that approvers look at. */
    static String hash(SalesOrder after) {
        StringBuilder text = new StringBuilder();
        add(text, "order", after.number());
        add(text, "revision", after.revision());
        for (SalesOrder.Line line : after.lines()) {
            add(text, "line", line.lineNo());
            add(text, "sku", line.sku());
            add(text, "quantity", plain(line.ordered().value()));
            add(text, "price", plain(line.unitPrice().amount()));
            add(text, "net", plain(line.net().amount()));
            add(text, "taxable", plain(line.taxableValue().amount()));
            add(text, "day", line.requestedOn());
        }
        add(text, "shipTo", after.shipTo());
        add(text, "delivery", after.delivery());
        add(text, "net", plain(after.netTotal().amount()));
        add(text, "tax", plain(after.tax().amount()));
        add(text, "total", plain(after.grandTotal().amount()));
        add(text, "advance", plain(after.advance().amount()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void add(StringBuilder text, String name, Object value) {
        String escaped = String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n");
        text.append(name).append('=').append(escaped).append('\n');
    }
}
