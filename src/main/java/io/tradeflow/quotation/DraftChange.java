package io.tradeflow.quotation;

import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sales desk's hand on a draft: quantities, prices, validity and terms. All changes are right or none is made. */
@Component
class DraftChange {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final int LONGEST_TERMS = 4000;
    private static final int LONGEST_VALIDITY_DAYS = 366;

    private final Products products;
    private final Clock clock;

    DraftChange(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** @throws Problem {@code quote-change-invalid} naming every wrong field */
    void apply(Actor by, StoredQuote draft, List<LineChange> changes, LocalDate validUntil, String terms) {
        Map<Integer, StoredQuoteLine> lines =
                draft.lines.stream().collect(Collectors.toMap(StoredQuoteLine::lineNo, Function.identity()));
        check(lines, changes, validUntil, terms);
        for (LineChange change : changes) {
            StoredQuoteLine line = lines.get(change.lineNo());
            if (change.quantity() != null) {
                line.orderQuantity(change.quantity());
            }
            if (change.unitPrice() != null) {
                line.setByHand(change.unitPrice(), "Set by " + by.name());
            }
        }
        if (validUntil != null) {
            draft.validUntil = validUntil;
        }
        if (terms != null) {
            draft.terms = terms.strip();
        }
        draft.preparedBy(by.name(), by.userId());
    }

    private void check(
            Map<Integer, StoredQuoteLine> lines, List<LineChange> changes, LocalDate validUntil, String terms) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Product> bySku = products.bySku(changes.stream()
                .map(change -> lines.get(change.lineNo()))
                .filter(line -> line != null)
                .map(StoredQuoteLine::sku)
                .collect(Collectors.toSet()));
        for (int i = 0; i < changes.size(); i++) {
            LineChange change = changes.get(i);
            StoredQuoteLine line = lines.get(change.lineNo());
            String path = "lines[" + i + "]";
            if (line == null) {
                violations.add(new Violation(path + ".lineNo", "There is no line " + change.lineNo()));
            } else {
                checkQuantity(path, change.quantity(), bySku.get(line.sku()), violations);
                checkPrice(path, change.unitPrice(), violations);
            }
        }
        LocalDate today = LocalDate.now(clock);
        if (validUntil != null
                && (validUntil.isBefore(today) || validUntil.isAfter(today.plusDays(LONGEST_VALIDITY_DAYS)))) {
            violations.add(new Violation("validUntil", "The validity ends today or within a year"));
        }
        if (terms != null && terms.length() > LONGEST_TERMS) {
            violations.add(new Violation("terms", "The terms have at most " + LONGEST_TERMS + " characters"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("quote-change-invalid", "The changes need correction", violations);
        }
    }

    private static void checkQuantity(String path, BigDecimal quantity, Product product, List<Violation> violations) {
        if (quantity == null) {
            return;
        }
        if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            violations.add(new Violation(path + ".quantity", "At most " + QUANTITY_DECIMALS + " decimals"));
            return;
        }
        OrderQuantityRule.Check check = OrderQuantityRule.check(product, quantity);
        if (!check.valid()) {
            violations.add(new Violation(path + ".quantity", check.message()));
        }
    }

    private static void checkPrice(String path, BigDecimal price, List<Violation> violations) {
        if (price != null && (price.signum() <= 0 || price.stripTrailingZeros().scale() > PRICE_DECIMALS)) {
            violations.add(new Violation(
                    path + ".unitPrice",
                    "A price is greater than zero and has at most " + PRICE_DECIMALS + " decimals"));
        }
    }
}
