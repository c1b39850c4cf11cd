package io.tradeflow.pricing;

import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Price rows and their resolution: customer before group before base, then the largest quantity tier reached, then the
 * latest start, then the lowest price. An accepted quote stands above all rows; it is the quotation's own price.
 */
@Service
public class Prices {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final PriceTable table;
    private final PriceComparison comparison;
    private final Products products;
    private final Parties parties;

    Prices(PriceTable table, PriceComparison comparison, Products products, Parties parties) {
        this.table = table;
        this.comparison = comparison;
        this.products = products;
        this.parties = parties;
    }

    /**
     * One price per line, in the order of the lines, resolved in one round trip. Without a price tier only customer and base
     * prices count.
     *
     * @throws Problem {@code price-not-found} naming every line without a price as {@code lines[i]}, counted from zero
     */
    public List<LinePrice> resolve(PriceRequest request) {
        Map<String, List<CandidateRow>> candidates = table.candidates(request);
        List<LinePrice> prices = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            PriceRequest.Line line = request.lines().get(i);
            List<CandidateRow> rows = candidates.getOrDefault(line.sku(), List.of());
            Optional<CandidateRow> winner = PriceChoice.winner(rows, line.quantity());
            if (winner.isPresent()) {
                prices.add(price(line, winner.get(), PriceChoice.list(rows).orElse(winner.get()), request.currency()));
            } else {
                missing.add(new Violation("lines[" + i + "]", whyMissing(request, line, rows)));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("price-not-found", "Not every line has a price", missing);
        }
        return prices;
    }

    /**
     * Adds rows; a row with the same level, owner, SKU, currency, tier and start replaces the older one. All or none.
     *
     * @throws Problem {@code invalid-prices} naming row and field, e.g. {@code rows[3].unitPrice}
     */
    @Transactional
    public void saveAll(List<PriceRow> rows) {
        List<Violation> violations = check(rows);
        if (!violations.isEmpty()) {
            throw Problem.invalid("invalid-prices", "The price rows are not right", violations);
        }
        table.saveAll(rows);
    }

    /** What is wrong with rows, by row and field as {@link #saveAll} names it; changes nothing. */
    public List<Violation> check(List<PriceRow> rows) {
        Set<String> skus =
                rows.stream().map(PriceRow::sku).filter(Objects::nonNull).collect(Collectors.toSet());
        return new PriceRowRules(products.bySku(skus).keySet(), buyersOf(rows)).violations(rows);
    }

    /** What saving these rows would do, in their order; they have passed {@link #check}. */
    public List<PriceNovelty> compare(List<PriceRow> rows) {
        return comparison.compare(rows);
    }

    private Set<String> buyersOf(List<PriceRow> rows) {
        return rows.stream().anyMatch(row -> row.level() == Level.CUSTOMER)
                ? parties.buyers().stream().map(Buyer::code).collect(Collectors.toSet())
                : Set.of();
    }

    private static LinePrice price(PriceRequest.Line line, CandidateRow winner, CandidateRow list, String currency) {
        BigDecimal below = list.unitPrice().subtract(winner.unitPrice());
        return new LinePrice(
                line.lineNo(),
                line.sku(),
                Money.of(list.unitPrice(), currency),
                Money.of(winner.unitPrice(), currency),
                Percentage.share(below, list.unitPrice()),
                winner.inWords());
    }

    private static String whyMissing(PriceRequest request, PriceRequest.Line line, List<CandidateRow> rows) {
        String day = DAY.format(request.on());
        return PriceChoice.smallestTier(rows)
                .map(tier -> "%s has prices in %s on %s only from a quantity of %s"
                        .formatted(line.sku(), request.currency(), day, plain(tier)))
                .orElse("%s has no price in %s on %s".formatted(line.sku(), request.currency(), day));
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
