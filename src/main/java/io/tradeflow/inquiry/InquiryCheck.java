package io.tradeflow.inquiry;

import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.OrderTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules an inquiry must keep before it becomes a deal; finds all that is wrong at once. */
final class InquiryCheck {

    private static final int QUANTITY_SCALE = 6;
    private static final int PRICE_SCALE = 4;
    private static final int MOST_LINES = 1000;

    private final LocalDate today;
    private final Map<String, Product> products;
    private final OrderTerms.Agreed terms;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param products those of the draft's SKUs that exist
     * @param terms what the buyer agreed on quantities
     */
    InquiryCheck(LocalDate today, Map<String, Product> products, OrderTerms.Agreed terms) {
        this.today = today;
        this.products = products;
        this.terms = terms;
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
        Product product = line.sku() == null ? null : products.get(line.sku());
        if (product == null || !product.active()) {
            wrong(path + ".sku", "There is no product with the SKU " + line.sku());
            return;
        }
        if (line.unit() != null && !line.unit().equals(product.unit())) {
            wrong(path + ".unit", product.sku() + " is sold in " + product.unit() + ", not in " + line.unit());
        }
        checkQuantity(path + ".quantity", line.quantity(), product);
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

    private void checkQuantity(String path, BigDecimal quantity, Product product) {
        if (quantity == null || quantity.signum() <= 0) {
            wrong(path, "The quantity must be greater than zero");
        } else if (quantity.stripTrailingZeros().scale() > QUANTITY_SCALE) {
            wrong(path, "The quantity has more than " + QUANTITY_SCALE + " decimals");
        } else {
            OrderQuantityRule.Check check = terms.check(product, quantity);
            if (!check.valid()) {
                wrong(path, product.sku() + ": " + check.message());
            }
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
