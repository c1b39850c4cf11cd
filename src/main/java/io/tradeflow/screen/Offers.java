package io.tradeflow.screen;

import io.tradeflow.catalog.MediaLibrary;
import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductMedia;
import io.tradeflow.inventory.Availability;
import io.tradeflow.inventory.StockForecast;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.PriceTiers;
import io.tradeflow.pricing.Prices;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.GstRates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Products with what one buyer pays for them and how they can be had: each asked of its room once for a whole page. */
@Component
public class Offers {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");
    /** What is ordered here is asked for in the portal, and priced so. */
    private static final String PORTAL = "PORTAL";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** Of so many smallest orders the exact number is no news. */
    private static final BigDecimal PLENTY = BigDecimal.valueOf(20);

    private final Parties parties;
    private final BuyerSegments segments;
    private final Prices prices;
    private final PriceTiers tiers;
    private final OrderTerms terms;
    private final GstRates rates;
    private final Availability availability;
    private final PackagingUnits packaging;
    private final MediaLibrary media;
    private final Clock clock;

    Offers(
            Parties parties,
            BuyerSegments segments,
            Prices prices,
            PriceTiers tiers,
            OrderTerms terms,
            GstRates rates,
            Availability availability,
            PackagingUnits packaging,
            MediaLibrary media,
            Clock clock) {
        this.parties = parties;
        this.segments = segments;
        this.prices = prices;
        this.tiers = tiers;
        this.terms = terms;
        this.rates = rates;
        this.availability = availability;
        this.packaging = packaging;
        this.media = media;
        this.clock = clock;
    }

    /** A price from a quantity on. */
    public record Tier(Quantity from, Money price) {}

    /** In the order of the products. */
    public List<Offer> of(String buyerCode, List<Product> catalogued) {
        List<String> skus = catalogued.stream().map(Product::sku).toList();
        OrderTerms.Agreed agreed = agreed(buyerCode, skus);
        List<Product> products = catalogued.stream().map(agreed::adjusted).toList();
        List<PriceRequest.Line> lines = new ArrayList<>();
        products.forEach(product ->
                lines.add(new PriceRequest.Line(lines.size() + 1, product.sku(), OrderQuantityRule.smallest(product))));
        Map<Integer, Money> priced = resolve(parties.buyer(buyerCode), lines);
        Map<String, GstRate> taxes = rates.on(
                LocalDate.now(clock), products.stream().map(Product::hsn).collect(Collectors.toSet()));
        Map<String, StockForecast> forecasts = availability.of(skus);
        Map<String, List<PackagingUnit>> packages = packaging.of(skus);
        Map<String, ProductMedia> images = media.images(skus);
        List<Offer> offers = new ArrayList<>();
        for (Product product : products) {
            GstRate tax = taxes.get(product.hsn());
            ProductMedia image = images.get(product.sku());
            offers.add(new Offer(
                    product,
                    priced.get(offers.size() + 1),
                    tax == null ? null : tax.rate(),
                    availability(product, forecasts.get(product.sku())),
                    packages.getOrDefault(product.sku(), List.of()),
                    image == null ? null : image.id()));
        }
        return offers;
    }

    /** The buyer's own prices by quantity, each only where it differs from the one before. */
    public List<Tier> tiers(String buyerCode, Product product) {
        Buyer buyer = parties.buyer(buyerCode);
        BigDecimal smallest = OrderQuantityRule.smallest(
                agreed(buyerCode, List.of(product.sku())).adjusted(product));
        List<PriceRequest.Line> lines = new ArrayList<>();
        lines.add(new PriceRequest.Line(1, product.sku(), smallest));
        tiers.starts(product.sku(), request(buyer, List.of())).stream()
                .filter(start -> start.compareTo(smallest) > 0)
                .forEach(start -> lines.add(new PriceRequest.Line(lines.size() + 1, product.sku(), start)));
        Map<Integer, Money> priced = resolve(buyer, lines);
        Map<Money, Tier> steps = new LinkedHashMap<>();
        lines.forEach(line -> {
            Money price = priced.get(line.lineNo());
            if (price != null) {
                steps.putIfAbsent(price, new Tier(new Quantity(line.quantity(), product.unit()), price));
            }
        });
        return List.copyOf(steps.values());
    }

    private OrderTerms.Agreed agreed(String buyerCode, List<String> skus) {
        return terms.agreed(buyerCode, segments.of(buyerCode).priceTier(), LocalDate.now(clock), skus);
    }

    /** By line number; what has no price is asked for once more without the lines that lack one, and is absent. */
    private Map<Integer, Money> resolve(Buyer buyer, List<PriceRequest.Line> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        try {
            return byLine(buyer, lines);
        } catch (Problem problem) {
            if (!"price-not-found".equals(problem.slug())) {
                throw problem;
            }
            Set<Integer> without = problem.violations().stream()
                    .map(violation -> LINE.matcher(violation.field()))
                    .filter(Matcher::matches)
                    .map(line -> Integer.valueOf(line.group(1)))
                    .collect(Collectors.toSet());
            List<PriceRequest.Line> rest = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!without.contains(i)) {
                    rest.add(lines.get(i));
                }
            }
            return rest.isEmpty() || rest.size() == lines.size() ? Map.of() : byLine(buyer, rest);
        }
    }

    private Map<Integer, Money> byLine(Buyer buyer, List<PriceRequest.Line> lines) {
        Map<Integer, Money> priced = new HashMap<>();
        for (LinePrice price : prices.resolve(request(buyer, lines))) {
            priced.put(price.lineNo(), price.unitPrice());
        }
        return priced;
    }

    private PriceRequest request(Buyer buyer, List<PriceRequest.Line> lines) {
        return new PriceRequest(
                buyer.code(),
                segments.of(buyer.code()).priceTier(),
                null,
                PORTAL,
                buyer.currency(),
                LocalDate.now(clock),
                lines);
    }

    private Offer.Availability availability(Product product, StockForecast forecast) {
        BigDecimal available = forecast.now();
        if (!product.active()) {
            return available.signum() > 0
                    ? new Offer.Availability("While stock lasts", "warn")
                    : new Offer.Availability("No longer available", "");
        }
        BigDecimal smallest = OrderQuantityRule.smallest(product);
        if (available.compareTo(smallest) < 0) {
            return forecast.firstDayOf(smallest, LocalDate.now(clock))
                    .map(day -> new Offer.Availability("From " + DAY.format(day), "now"))
                    .orElse(new Offer.Availability("On request", ""));
        }
        return available.compareTo(smallest.multiply(PLENTY)) >= 0
                ? new Offer.Availability("In stock", "good")
                : new Offer.Availability(new Quantity(available, product.unit()) + " available", "good");
    }
}
