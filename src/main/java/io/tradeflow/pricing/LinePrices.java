package io.tradeflow.pricing;

import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prices of a document's lines out of what was fetched for all of them at once. No line knows of another, so a line costs the same
 * wherever it stands and whatever stands beside it.
 */
final class LinePrices {

    private final PriceRequest request;
    private final Map<String, PricedProduct> products;
    private final CandidateRows rows;
    private final List<Floor> floors;
    private final UnitCosts.Rate rate;

    /** @param products those of the lines that exist, by SKU */
    LinePrices(
            PriceRequest request,
            Map<String, PricedProduct> products,
            CandidateRows rows,
            List<Floor> floors,
            UnitCosts.Rate rate) {
        this.request = request;
        this.products = products;
        this.rows = rows;
        this.floors = floors;
        this.rate = rate;
    }

    /** Those that have a price, in the order of the lines. @param missing gets {@code lines[i]} for each that has none */
    List<LinePrice> found(List<Violation> missing) {
        List<LinePrice> prices = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            PriceRequest.Line line = request.lines().get(i);
            PricedProduct product = products.get(line.sku());
            PriceChoice choice =
                    product == null ? null : new PriceChoice(product, line.quantity(), request.on(), rows.of(product));
            if (choice == null || choice.winner().isEmpty()) {
                missing.add(new Violation("lines[" + i + "]", whyMissing(line, choice)));
            } else {
                prices.add(LinePricing.price(
                        line,
                        request.currency(),
                        choice,
                        FloorChoice.limit(product, rate.of(product), floors, request.on())));
            }
        }
        return prices;
    }

    private String whyMissing(PriceRequest.Line line, PriceChoice choice) {
        String day = PriceWords.day(request.on());
        Optional<BigDecimal> tier = choice == null ? Optional.empty() : choice.smallestTier();
        return tier.filter(from -> from.compareTo(line.quantity()) > 0)
                .map(from -> "%s has prices in %s on %s only from a quantity of %s"
                        .formatted(line.sku(), request.currency(), day, PriceWords.plain(from)))
                .orElse("%s has no price in %s on %s".formatted(line.sku(), request.currency(), day));
    }
}
