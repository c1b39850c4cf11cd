package io.tradeflow.quotation;

import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.DeliveryAddress;
import io.tradeflow.pricing.OrderTerms;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a change of a draft must keep to; finds all that is wrong at once. */
@Component
class DraftCheck {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final int LONGEST_VALIDITY_DAYS = 366;
    private static final int MOST_LINES = 1000;

    private final QuoteTemplates templates;
    private final OrderTerms terms;
    private final Clock clock;

    DraftCheck(QuoteTemplates templates, OrderTerms terms, Clock clock) {
        this.templates = templates;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param priceTier the one the deal began with
     * @throws Problem {@code quote-change-invalid} naming every wrong field
     */
    void check(StoredQuote draft, QuoteEdit edit, Map<String, Product> bySku, String priceTier) {
        List<Violation> violations = new ArrayList<>();
        Map<Integer, StoredQuoteLine> lines =
                draft.lines.stream().collect(Collectors.toMap(StoredQuoteLine::lineNo, Function.identity()));
        OrderTerms.Agreed agreed = terms.agreed(draft.buyerCode, priceTier, LocalDate.now(clock), bySku.keySet());
        checkLines(lines, edit, bySku, agreed, violations);
        checkAdded(edit, bySku, agreed, violations);
        checkWhole(lines, edit, violations);
        if (edit.conditions() != null) {
            checkConditions(edit.conditions(), violations);
        }
        if (edit.amounts() != null) {
            AmountsCheck.check(edit.amounts(), violations);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("quote-change-invalid", "The changes need correction", violations);
        }
    }

    private void checkLines(
            Map<Integer, StoredQuoteLine> lines,
            QuoteEdit edit,
            Map<String, Product> bySku,
            OrderTerms.Agreed agreed,
            List<Violation> violations) {
        for (int i = 0; i < edit.lines().size(); i++) {
            LineChange change = edit.lines().get(i);
            StoredQuoteLine line = lines.get(change.lineNo());
            String path = "lines[" + i + "]";
            if (line == null) {
                violations.add(new Violation(path + ".lineNo", "There is no line " + change.lineNo()));
                continue;
            }
            Product product = bySku.get(line.sku());
            if (!product.active() && (change.quantity() != null || change.asListed())) {
                violations.add(new Violation(path + ".sku", notSold(product)));
            } else {
                checkQuantity(path, change.quantity(), product, agreed, violations);
            }
            checkPrice(path, change, line, violations);
            checkKind(path, change, lines, violations);
            QuoteTexts.longest(path + ".note", change.note(), QuoteTexts.LONGEST_LINE, violations);
            if (change.neededBy() != null && change.neededBy().isBefore(LocalDate.now(clock))) {
                violations.add(new Violation(path + ".neededBy", "Needed-by date " + change.neededBy() + " is over"));
            }
        }
    }

    /** Only active products are quoted; what takes the place of a discontinued one is named. */
    private static String notSold(Product product) {
        String successor = product.successor() == null ? "" : "; " + product.successor() + " takes its place";
        return product.sku() + " is " + product.status().inWords() + " and cannot be quoted" + successor;
    }

    private static void checkQuantity(
            String path, BigDecimal quantity, Product product, OrderTerms.Agreed agreed, List<Violation> violations) {
        if (quantity == null) {
            return;
        }
        if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            violations.add(new Violation(path + ".quantity", "At most " + QUANTITY_DECIMALS + " decimals"));
            return;
        }
        OrderQuantityRule.Check check = agreed.check(product, quantity);
        if (!check.valid()) {
            violations.add(new Violation(path + ".quantity", check.message()));
        }
    }

    private static void checkPrice(String path, LineChange change, StoredQuoteLine line, List<Violation> violations) {
        BigDecimal price = change.unitPrice();
        if (price != null && (price.signum() <= 0 || price.stripTrailingZeros().scale() > PRICE_DECIMALS)) {
            violations.add(new Violation(
                    path + ".unitPrice",
                    "A price is greater than zero and has at most " + PRICE_DECIMALS + " decimals"));
        }
        BigDecimal discount = change.discountPercent();
        if (discount == null) {
            return;
        }
        if (price != null) {
            violations.add(new Violation(path + ".discountPercent", "Give a price or a discount, not both"));
        } else if (!line.hasListPrice()) {
            violations.add(new Violation(path + ".discountPercent", "The line has no list price; set its price"));
        } else if (!AmountsCheck.isPercent(discount)) {
            violations.add(new Violation(path + ".discountPercent", "A discount lies between 0 and below 100 %"));
        }
    }

    private static void checkKind(
            String path, LineChange change, Map<Integer, StoredQuoteLine> lines, List<Violation> violations) {
        if (change.kind() != QuoteLineKind.ALTERNATIVE) {
            return;
        }
        StoredQuoteLine other = change.insteadOf() == null ? null : lines.get(change.insteadOf());
        if (other == null || other.lineNo() == change.lineNo() || !other.isFirm()) {
            violations.add(new Violation(path + ".insteadOf", "Name the firm line this one is offered instead of"));
        }
    }

    private static void checkAdded(
            QuoteEdit edit, Map<String, Product> bySku, OrderTerms.Agreed agreed, List<Violation> violations) {
        for (int i = 0; i < edit.added().size(); i++) {
            QuoteEdit.NewLine added = edit.added().get(i);
            Product product = added.sku() == null ? null : bySku.get(added.sku());
            String path = "added[" + i + "]";
            if (product == null) {
                violations.add(new Violation(path + ".sku", "There is no product with the SKU " + added.sku()));
            } else if (!product.active()) {
                violations.add(new Violation(path + ".sku", notSold(product)));
            } else if (added.quantity() == null) {
                violations.add(new Violation(path + ".quantity", "Say how much is offered"));
            } else {
                checkQuantity(path, added.quantity(), product, agreed, violations);
            }
        }
    }

    /** At least one firm line is left, none that an alternative stands for is taken away, and an order names each line once. */
    private static void checkWhole(Map<Integer, StoredQuoteLine> lines, QuoteEdit edit, List<Violation> violations) {
        Set<Integer> left = new HashSet<>(lines.keySet());
        edit.removed().forEach(left::remove);
        Map<Integer, LineChange> changes = edit.lines().stream()
                .filter(change -> change.kind() != null)
                .collect(Collectors.toMap(LineChange::lineNo, Function.identity(), (one, other) -> other));
        Set<Integer> firm = left.stream()
                .filter(no -> changes.containsKey(no)
                        ? changes.get(no).kind() == QuoteLineKind.FIRM
                        : lines.get(no).isFirm())
                .collect(Collectors.toSet());
        if (firm.isEmpty() && edit.added().isEmpty()) {
            violations.add(new Violation("lines", "At least one line must count towards the total"));
        }
        for (Integer no : left) {
            Integer insteadOf = changes.containsKey(no)
                    ? changes.get(no).insteadOf()
                    : lines.get(no).insteadOf();
            if (insteadOf != null && !firm.contains(insteadOf)) {
                violations.add(new Violation(
                        "lines", "Line " + no + " is offered instead of line " + insteadOf + ": change that first"));
            }
        }
        if (lines.size() + edit.added().size() > MOST_LINES) {
            violations.add(new Violation("added", "At most " + MOST_LINES + " lines fit one quote"));
        }
        if (!edit.order().isEmpty()
                && (edit.order().size() != left.size() || !left.equals(new HashSet<>(edit.order())))) {
            violations.add(new Violation("order", "The order must name each line once"));
        }
    }

    private void checkConditions(QuoteEdit.Conditions conditions, List<Violation> violations) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = conditions.validUntil();
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_VALIDITY_DAYS)))) {
            violations.add(new Violation("validUntil", "The validity ends today or within a year"));
        }
        if (conditions.template() != null
                && !conditions.template().isBlank()
                && templates.find(conditions.template()).isEmpty()) {
            violations.add(new Violation("template", "There is no template " + conditions.template()));
        }
        QuoteTexts.check("incoterms", conditions.incoterms(), violations);
        QuoteTexts.longest("terms", conditions.terms(), QuoteTexts.LONGEST_TERMS, violations);
        QuoteTexts.longest("shippingTerms", conditions.shippingTerms(), QuoteTexts.LONGEST_LINE, violations);
        QuoteTexts.checkPayment("paymentTerms", conditions.paymentTerms(), violations);
        QuoteTexts.longest("note", conditions.note(), QuoteTexts.LONGEST_NOTE, violations);
        QuoteTexts.longest("internalNote", conditions.internalNote(), QuoteTexts.LONGEST_TERMS, violations);
        if (conditions.shipTo() != null) {
            violations.addAll(DeliveryAddress.wrong("shipTo", DeliveryAddress.tidy(conditions.shipTo())));
        }
    }
}
