package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a decision about a shortage must say. */
final class ShortageCheck {

    private static final int LONGEST_REASON = 500;
    private static final int PRICE_DECIMALS = 4;
    private static final int LONGEST_WAIT_DAYS = 730;

    private final SalesOrder order;
    private final Map<Integer, BigDecimal> open;
    private final Set<Integer> owedAgain;
    private final Map<String, Product> products;
    private final Set<String> warehouses;
    private final LocalDate today;
    private final List<Violation> wrong = new ArrayList<>();

    /**
     * @param owedAgain lines of which goods came back that are invoiced and to be replaced
     * @param products those that are offered in place of others, as far as they exist
     */
    ShortageCheck(
            SalesOrder order,
            Map<Integer, BigDecimal> open,
            Set<Integer> owedAgain,
            Map<String, Product> products,
            Set<String> warehouses,
            LocalDate today) {
        this.order = order;
        this.open = open;
        this.owedAgain = owedAgain;
        this.products = products;
        this.warehouses = warehouses;
        this.today = today;
    }

    /** @throws Problem {@code shortage-decision-invalid} naming each wrong field */
    void check(ShortageDecision decision) {
        decision.lines().forEach((lineNo, line) -> {
            if (!open.containsKey(lineNo)) {
                wrong.add(new Violation("lines[" + lineNo + "]", "Line " + lineNo + " is not open any more"));
            } else {
                checkLine("lines[" + lineNo + "].", line);
                checkSubstitute("lines[" + lineNo + "].", lineNo, line);
            }
        });
        checkLine("", decision.rest());
        if (decision.rest().choice() == ShortageChoice.SUBSTITUTE) {
            wrong.add(new Violation("shortageDecision", "Another product is offered line by line"));
        }
        decision.of(open.keySet()).forEach((lineNo, line) -> {
            if (line.choice() == ShortageChoice.SUBSTITUTE && owedAgain.contains(lineNo)) {
                wrong.add(new Violation(
                        decision.lines().containsKey(lineNo) ? "lines[" + lineNo + "]" : "shortageDecision",
                        "Line " + lineNo
                                + " replaces goods that are invoiced: wait, have it produced, or give it up, which is"
                                + " credited; another product needs an order of its own"));
            }
        });
        boolean givesUp =
                decision.of(open.keySet()).values().stream().anyMatch(line -> line.choice() == ShortageChoice.CANCEL);
        if (givesUp && decision.reason() == null) {
            wrong.add(new Violation("reason", "Say why it is not delivered; the buyer is told"));
        }
        if (decision.reason() != null && decision.reason().length() > LONGEST_REASON) {
            wrong.add(new Violation("reason", "At most " + LONGEST_REASON + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("shortage-decision-invalid", "The decision cannot be taken like this", wrong);
        }
    }

    private void checkLine(String path, ShortageDecision.Line line) {
        LocalDate day = line.expectedOn();
        if (line.choice() == ShortageChoice.PRODUCE && day == null) {
            wrong.add(new Violation(path + "expectedOn", "When is it expected from production?"));
        }
        if (day != null && (!day.isAfter(today) || day.isAfter(today.plusDays(LONGEST_WAIT_DAYS)))) {
            wrong.add(new Violation(path + "expectedOn", "A day after today and within two years is expected"));
        }
        if (line.warehouseCode() != null && !warehouses.contains(line.warehouseCode())) {
            wrong.add(new Violation(path + "warehouseCode", "There is no warehouse " + line.warehouseCode()));
        }
        if (line.choice() != ShortageChoice.SUBSTITUTE && (line.substituteSku() != null || line.unitPrice() != null)) {
            wrong.add(new Violation(path + "sku", "A product belongs to the choice SUBSTITUTE only"));
        }
    }

    private void checkSubstitute(String path, int lineNo, ShortageDecision.Line line) {
        if (line.choice() != ShortageChoice.SUBSTITUTE) {
            return;
        }
        SalesOrder.Line ordered = order.lines().stream()
                .filter(candidate -> candidate.lineNo() == lineNo)
                .findFirst()
                .orElseThrow();
        Product product = line.substituteSku() == null ? null : products.get(line.substituteSku());
        if (product == null || product.status() != ProductStatus.ACTIVE) {
            wrong.add(new Violation(path + "sku", "Which product takes its place? It has to be one that is sold"));
        } else if (product.sku().equals(ordered.sku())) {
            wrong.add(new Violation(path + "sku", "That is the product that is missing"));
        } else if (!product.unit().equals(ordered.ordered().unit())) {
            wrong.add(new Violation(
                    path + "sku",
                    "It is sold in " + product.unit() + ", the line is in "
                            + ordered.ordered().unit()));
        }
        BigDecimal price = line.unitPrice();
        if (price != null && (price.signum() <= 0 || price.stripTrailingZeros().scale() > PRICE_DECIMALS)) {
            wrong.add(new Violation(path + "unitPrice", "A price above zero with at most 4 decimals is expected"));
        } else if (price != null && price.compareTo(ordered.unitPrice().amount()) < 0) {
            wrong.add(new Violation(
                    path + "unitPrice",
                    "Not below the line's price; a lower price is a change of the order with its own approval"));
        }
    }
}
