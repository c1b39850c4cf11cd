package io.tradeflow.pricing;

import io.tradeflow.catalog.CatalogueViewer;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Buyer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What must hold for a question for prices; finds all that is wrong at once. */
@Component
class PreviewCheck {

    static final int MOST_LINES = 1000;
    static final Set<String> CHANNELS = Set.of("PORTAL", "WEB_FORM", "SALES_CALL", "EMAIL", "DISTRIBUTOR", "API");
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal MOST_QUANTITY = new BigDecimal("1000000000");

    private final Products products;
    private final Offerings offerings;
    private final CatalogueViewers viewers;

    PreviewCheck(Products products, Offerings offerings, CatalogueViewers viewers) {
        this.products = products;
        this.offerings = offerings;
        this.viewers = viewers;
    }

    /** @param buyer null if there is none @throws Problem {@code preview-invalid} */
    void check(Actor by, PreviewRequest asked, Buyer buyer) {
        List<Violation> wrong = new ArrayList<>();
        if (buyer == null) {
            wrong.add(new Violation(
                    "buyerCode",
                    asked.buyerCode() == null
                            ? "The buyer is missing"
                            : "There is no buyer with the code " + asked.buyerCode()));
        }
        if (asked.currency() != null && !PriceRowRules.isCurrency(asked.currency())) {
            wrong.add(new Violation("currency", "'" + asked.currency() + "' is no ISO 4217 currency code"));
        }
        if (asked.channel() != null && !CHANNELS.contains(asked.channel())) {
            wrong.add(new Violation(
                    "channel",
                    "'" + asked.channel() + "' is no channel; there are "
                            + CHANNELS.stream().sorted().collect(Collectors.joining(", "))));
        }
        checkLines(by, asked.lines(), buyer, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("preview-invalid", "The question for prices needs correction", wrong);
        }
    }

    private void checkLines(Actor by, List<PreviewRequest.Line> lines, Buyer buyer, List<Violation> wrong) {
        if (lines == null || lines.isEmpty()) {
            wrong.add(new Violation("lines", "At least one line is needed"));
            return;
        }
        if (lines.size() > MOST_LINES) {
            wrong.add(new Violation("lines", "At most " + MOST_LINES + " lines can be asked for at once"));
            return;
        }
        Set<String> skus = lines.stream()
                .filter(Objects::nonNull)
                .map(PreviewRequest.Line::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> known = seen(by, buyer, skus);
        for (int i = 0; i < lines.size(); i++) {
            PreviewRequest.Line line = lines.get(i);
            String path = "lines[" + i + "]";
            if (line == null || line.sku() == null || !known.contains(line.sku())) {
                wrong.add(new Violation(
                        path + ".sku", "There is no product with the SKU " + (line == null ? null : line.sku())));
            }
            BigDecimal quantity = line == null ? null : line.quantity();
            if (quantity == null || quantity.signum() <= 0 || quantity.compareTo(MOST_QUANTITY) > 0) {
                wrong.add(new Violation(
                        path + ".quantity", "The quantity must be greater than zero, up to a thousand million"));
            } else if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
                wrong.add(new Violation(
                        path + ".quantity", "The quantity has at most " + QUANTITY_DECIMALS + " decimals"));
            }
        }
    }

    /** What a buyer may not see does not exist for it. */
    private Set<String> seen(Actor by, Buyer buyer, Set<String> skus) {
        Map<String, Product> found =
                by instanceof Actor.BuyerUser && buyer != null ? visible(buyer, skus) : products.bySku(skus);
        return found.values().stream().filter(Product::active).map(Product::sku).collect(Collectors.toSet());
    }

    private Map<String, Product> visible(Buyer buyer, Set<String> skus) {
        CatalogueViewer viewer = viewers.ofBuyer(buyer.code());
        return offerings.visible(viewer, skus);
    }
}
