package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.AmountInWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is different between two states of a quote, in words that a buyer may read too. Lines are matched by product, so that a new order of
 * lines is no change of each of them.
 */
public final class QuoteChanges {

    private final Quote before;
    private final Quote after;
    private final List<QuoteChange> found = new ArrayList<>();

    private QuoteChanges(Quote before, Quote after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the document: lines, discount and charges, conditions, totals. */
    public static List<QuoteChange> between(Quote before, Quote after) {
        QuoteChanges changes = new QuoteChanges(before, after);
        changes.lines();
        changes.amounts();
        changes.conditions();
        changes.compare("total", "Total", money(before.grandTotal()), money(after.grandTotal()));
        return List.copyOf(changes.found);
    }

    private void lines() {
        Map<String, Quote.Line> old = byProduct(before.lines());
        byProduct(after.lines()).forEach((key, line) -> {
            Quote.Line was = old.remove(key);
            String path = "line." + line.lineNo();
            String name = "Line " + line.lineNo() + ", " + line.description();
            if (was == null) {
                found.add(new QuoteChange(path, name, null, line.quantity() + " at " + price(line.unitPrice())));
            } else {
                line(path + ".", name + ": ", was, line);
            }
        });
        old.values()
                .forEach(gone -> found.add(new QuoteChange(
                        "line." + gone.lineNo(),
                        gone.description(),
                        gone.quantity().toString(),
                        null)));
    }

    private void line(String path, String name, Quote.Line was, Quote.Line is) {
        compare(
                path + "quantity",
                name + "quantity",
                was.quantity().toString(),
                is.quantity().toString());
        compare(path + "unitPrice", name + "price", price(was.unitPrice()), price(is.unitPrice()));
        compare(path + "kind", name + "offered as", kind(was), kind(is));
        compare(path + "neededBy", name + "needed by", day(was.neededBy()), day(is.neededBy()));
        compare(path + "note", name + "note", was.note(), is.note());
    }

    private void amounts() {
        compare("documentDiscount", "Discount on the whole", discount(before), discount(after));
        compare(
                "freight",
                "Freight",
                amount(before.charges().freight()),
                amount(after.charges().freight()));
        compare(
                "packing",
                "Packing",
                amount(before.charges().packing()),
                amount(after.charges().packing()));
        compare(
                "insurance",
                "Insurance",
                amount(before.charges().insurance()),
                amount(after.charges().insurance()));
    }

    private void conditions() {
        compare("validUntil", "Valid until", day(before.validUntil()), day(after.validUntil()));
        compare("shipTo", "Ship to", address(before), address(after));
        compare(
                "incoterms",
                "Incoterms",
                before.conditions().incoterms(),
                after.conditions().incoterms());
        compare(
                "shippingTerms",
                "Shipping terms",
                before.conditions().shippingTerms(),
                after.conditions().shippingTerms());
        compare("paymentTerms", "Payment terms", payment(before), payment(after));
        compare("terms", "Terms", before.terms(), after.terms());
        compare("note", "Note", before.conditions().note(), after.conditions().note());
    }

    private static String payment(Quote quote) {
        return quote.paymentTerms() == null ? null : quote.paymentTerms().allWords();
    }

    private void compare(String field, String what, String was, String is) {
        if (!Objects.equals(was, is)) {
            found.add(new QuoteChange(field, what, was, is));
        }
    }

    /** The n-th line of a product is compared with the n-th of the same. */
    private static Map<String, Quote.Line> byProduct(List<Quote.Line> lines) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Quote.Line> byProduct = new LinkedHashMap<>();
        lines.forEach(line -> byProduct.put(line.sku() + "/" + seen.merge(line.sku(), 1, Integer::sum), line));
        return byProduct;
    }

    private static String kind(Quote.Line line) {
        return switch (line.kind()) {
            case FIRM -> "firm";
            case OPTIONAL -> "optional";
            case ALTERNATIVE -> "instead of line " + line.insteadOf();
        };
    }

    private String discount(Quote quote) {
        QuoteDiscount discount = quote.documentDiscount();
        if (discount.documentDiscount().signum() == 0) {
            return null;
        }
        return discount.discountPercent() == null
                ? amount(discount.documentDiscount())
                : discount.discountPercent().stripTrailingZeros().toPlainString() + " %";
    }

    private String amount(BigDecimal amount) {
        return amount.signum() == 0 ? null : AmountInWords.grouped(Money.of(amount, after.currency()));
    }

    private static String money(Money money) {
        return money == null ? null : AmountInWords.grouped(money);
    }

    /** Prices may have more decimals than amounts. */
    private static String price(Money price) {
        if (price == null) {
            return null;
        }
        BigDecimal plain = price.amount().stripTrailingZeros();
        return plain.scale() <= Money.DOCUMENT_SCALE ? AmountInWords.grouped(price) : plain.toPlainString();
    }

    private static String day(LocalDate day) {
        return day == null ? null : QuoteMails.day(day);
    }

    private static String address(Quote quote) {
        return quote.shipTo() == null ? null : quote.shipTo().onOneLine();
    }
}
