package io.tradeflow.pricing;

import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Price rows and their resolution: contract before customer before group before channel before base; inside a level the SKU before the
 * nearest category before everything, then the largest quantity tier reached, the latest start, the higher priority, the lowest price. An
 * accepted quote stands above all rows; it is the quotation's own price.
 */
@Service
public class Prices {

    private final PriceTable table;
    private final KnownPriceRows known;
    private final PricePolicyTable policies;
    private final UnitCosts costs;
    private final Products products;
    private final Parties parties;

    Prices(
            PriceTable table,
            KnownPriceRows known,
            PricePolicyTable policies,
            UnitCosts costs,
            Products products,
            Parties parties) {
        this.table = table;
        this.known = known;
        this.policies = policies;
        this.costs = costs;
        this.products = products;
        this.parties = parties;
    }

    /**
     * One price per line, in the order of the lines, in as many round trips for one line as for a thousand. Without a price tier, a
     * channel or a buyer their prices do not count.
     *
     * @throws Problem {@code price-not-found} naming every line without a price as {@code lines[i]}, counted from zero
     */
    public List<LinePrice> resolve(PriceRequest request) {
        List<Violation> missing = new ArrayList<>();
        List<LinePrice> prices = found(request, missing);
        if (!missing.isEmpty()) {
            throw Problem.invalid("price-not-found", "Not every line has a price", missing);
        }
        return prices;
    }

    /** The prices of those lines that have one, in as many round trips as {@link #resolve}. */
    public List<LinePrice> found(PriceRequest request) {
        return found(request, new ArrayList<>());
    }

    /** @param missing gets {@code lines[i]} for each line without a price */
    List<LinePrice> found(PriceRequest request, List<Violation> missing) {
        Map<String, PricedProduct> bySku = productsOf(request);
        Collection<PricedProduct> wanted = bySku.values();
        return new LinePrices(
                        request,
                        bySku,
                        table.candidates(request, wanted),
                        policies.floors(wanted, request.currency(), request.on()),
                        costs.on(request.currency(), request.on(), wanted))
                .found(missing);
    }

    /**
     * Adds rows; a row with the same level, owner, agreement, SKU or category, currency, tier, start and priority replaces the older one.
     * All or none.
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
        return new PriceRowRules(
                        products.bySku(skus).keySet(), buyersOf(rows), table.categories(rows), table.agreements(rows))
                .violations(rows);
    }

    /** The rows that saving these would replace, in their order; null where there is none. */
    @Transactional(readOnly = true)
    public List<PriceRow> known(List<PriceRow> rows) {
        return known.of(rows);
    }

    /** How many products that can be quoted have no base price in the currency on the day. */
    public int countWithoutBasePrice(String currency, LocalDate on) {
        return known.countWithoutBasePrice(currency, on);
    }

    /** All rows there are, one after the other; never all in memory where the caller is in a transaction. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<PriceRow> reader) {
        known.forEach(reader);
    }

    Map<String, PricedProduct> productsOf(PriceRequest request) {
        return table.products(
                request.lines().stream().map(PriceRequest.Line::sku).collect(Collectors.toSet()));
    }

    private Set<String> buyersOf(List<PriceRow> rows) {
        return rows.stream()
                        .anyMatch(
                                row -> row.level() == PriceRow.Level.CUSTOMER || row.level() == PriceRow.Level.CONTRACT)
                ? parties.buyers().stream().map(Buyer::code).collect(Collectors.toSet())
                : Set.of();
    }
}
