package io.tradeflow.inquiry;

import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules an inquiry must keep before it becomes a deal; finds all that is wrong at once. */
final class InquiryCheck {

    private static final int QUANTITY_SCALE = 6;
    private static final int PRICE_SCALE = 4;
    private static final int MOST_LINES = 1000;

    private final LocalDate today;
    private final AskedProducts asked;
    private final boolean forBuyer;
    private final List<Violation> violations = new ArrayList<>();

    /** @param forBuyer then products that are not shown to buyers do not exist */
    InquiryCheck(LocalDate today, AskedProducts asked, boolean forBuyer) {
        this.today = today;
        this.asked = asked;
        this.forBuyer = forBuyer;
    }

    /** @throws Problem {@code inquiry-invalid} naming every wrong field */
    void check(InquiryDraft draft) {
        if (draft.neededBy() != null && draft.neededBy().isBefore(today)) {
            wrong("neededBy", "Needed-by date " + draft.neededBy() + " is in the past");
        }
        List<InquiryDraft.Line> lines = draft.lines();
        if (lines == null || lines.isEmpty()) {
            wrong("lines", "At least one line is needed");
        } else if (lines.size() > MOST_LINES) {
            wrong("lines", "At most " + MOST_LINES + " lines fit one inquiry");
        } else {
            for (int i = 0; i < lines.size(); i++) {
                checkLine("lines[" + i + "]", lines.get(i));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("inquiry-invalid", "The inquiry has fields that need correction", violations);
        }
    }

    private void checkLine(String path, InquiryDraft.Line line) {
        Product product = asked.product(line);
        if (product == null || forBuyer && !product.status().isShownToBuyers()) {
            wrong(path + ".sku", "There is no product with the SKU " + line.sku());
            return;
        }
        if (!product.active()) {
            // a buyer may not be meant to know of the successor; the product's page shows it to those who are
            String successor =
                    forBuyer || product.successor() == null ? "" : "; " + product.successor() + " takes its place";
            wrong(
                    path + ".sku",
                    product.sku() + " is " + product.status().inWords() + " and cannot be asked for" + successor);
            return;
        }
        PackagingUnit packaging = asked.packaging(line).orElse(null);
        if (!asked.inOwnUnit(line) && packaging == null) {
            wrong(path + ".unit", product.sku() + " is sold in " + units(product) + ", not in " + line.unit());
            return;
        }
        checkQuantity(path + ".quantity", line.quantity(), product, packaging);
        checkTargetPrice(path + ".targetPrice", line.targetPrice());
        if (line.neededBy() != null && line.neededBy().isBefore(today)) {
            wrong(path + ".neededBy", "Needed-by date " + line.neededBy() + " is in the past");
        }
    }

    private void checkTargetPrice(String path, BigDecimal price) {
        if (price != null && (price.signum() <= 0 || price.stripTrailingZeros().scale() > PRICE_SCALE)) {
            wrong(path, "A target price is greater than zero and has at most " + PRICE_SCALE + " decimals");
        }
    }

    private String units(Product product) {
        return Stream.concat(
                        Stream.of(product.unit()),
                        asked.packages().getOrDefault(product.sku(), List.of()).stream()
                                .map(PackagingUnit::unit))
                .collect(Collectors.joining(" or "));
    }

    private void checkQuantity(String path, BigDecimal quantity, Product product, PackagingUnit packaging) {
        if (quantity == null || quantity.signum() <= 0) {
            wrong(path, "The quantity must be greater than zero");
        } else if (quantity.stripTrailingZeros().scale() > QUANTITY_SCALE) {
            wrong(path, "The quantity has more than " + QUANTITY_SCALE + " decimals");
        } else {
            checkAgainst(product, packaging, path, quantity);
        }
    }

    /** Minimum and multiple, agreed or the product's own, hold in its own unit, whatever the quantity was given in. */
    private void checkAgainst(Product product, PackagingUnit packaging, String path, BigDecimal quantity) {
        BigDecimal base;
        try {
            base = packaging == null ? quantity : packaging.toBase(quantity);
        } catch (Problem tooFine) {
            wrong(path, product.sku() + ": " + tooFine.violations().get(0).message());
            return;
        }
        OrderQuantityRule.Check check = asked.agreed().check(product, base, packaging);
        if (!check.valid()) {
            String given = packaging == null
                    ? ""
                    : new Quantity(quantity, packaging.unit()) + " are " + new Quantity(base, product.unit()) + ". ";
            wrong(path, product.sku() + ": " + given + check.message());
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
