package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.MasterDataTest;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Category;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.ttddyy.dsproxy.QueryCountHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whole documents out of the database, case by case: who is asked for whose rows in which currency, what each line costs and why, and the
 * discount on all of them. Every case is priced from the lists loaded in three orders, and with its lines in another order.
 */
@MasterDataTest
class PricedDocumentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final List<String> ROWS = List.of(
            "1 BASE VALVE = 100",
            "2 BASE VALVE from 10 = 95",
            "3 BASE VALVE from 100 = 90",
            "4 BASE VALVE in USD = 1.25",
            "5 BASE PUMP = 5000",
            "6 BASE HOSE = 50",
            "7 CHANNEL PORTAL VALVE = 98",
            "8 GROUP RETAIL VALVE from 10 = 93",
            "9 GROUP RETAIL VALVE from 10 in USD = 1.20",
            "10 GROUP RETAIL cat:PUMPS -2% LIST",
            "11 CUSTOMER AGRO VALVE from 50 = 88 until 2026-11-23",
            "12 CUSTOMER OTHER VALVE = 91",
            "13 CONTRACT OTHER K-1[2026-06-01..2026-12-31] cat:VALVES from 20 -4% BELOW round 0.50",
            "14 GROUP TRADE PUMP = 4400",
            "15 CHANNEL API all -50% LIST since 2025-01-01 until 2025-06-30");

    private static final List<String> BANDS = List.of(
            "1 all VALUE 20000 1.5%",
            "2 all VALUE 50000 2.5%", "3 RETAIL VALUE 30000 3%", "4 all MTR 500 2%", "5 all VALUE 100 5% in USD");

    private static final String FLOORS = "all +10%cost; cat:PUMPS +50%cost";

    @Autowired
    private PricedDocuments documents;

    @Autowired
    private PriceLists lists;

    @Autowired
    private Prices prices;

    @Autowired
    private Categories categories;

    @Autowired
    private Products products;

    @Autowired
    private Parties parties;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/pricing/documents.psv", delimiter = '|')
    void theCase(
            String name,
            String buyer,
            String tier,
            String channel,
            String currency,
            LocalDate day,
            String lines,
            String expected,
            String losers,
            String bulk,
            String otherBands,
            BigDecimal net) {
        writeLists(ROWS);
        PriceRequest request = new PriceRequest(
                buyer, tier, null, channel, currency, Objects.requireNonNullElse(day, DAY), lines(lines));

        PricedDocument document = documents.price(request, delivery());

        assertThat(document.lines().stream().map(PricedDocumentsTest::price).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
        assertThat(document.lines().stream()
                        .map(PricedDocumentsTest::losers)
                        .collect(Collectors.joining(" / "))
                        .strip())
                .isEqualTo(Objects.requireNonNullElse(losers, ""));
        assertThat(document.bulkDiscount().reason()).isEqualTo(bulk);
        assertThat(document.bulkDiscount().others().stream()
                        .map(BulkDiscount.Other::why)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(Objects.requireNonNullElse(otherBands, ""));
        assertThat(document.net()).isEqualByComparingTo(net);
        assertThat(turnedRound(request))
                .as("with the lines the other way round")
                .isEqualTo(shown(document));
        assertThat(withoutBulk(document)).as("each line alone").isEqualTo(eachAlone(request));
    }

    /** Ids follow the order of loading and decide between rows that are the same in all; what is paid never depends on it. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theOrderInWhichRowsWereLoadedDoesNotMatter(long seed) {
        List<String> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, new Random(seed));
        writeLists(shuffled);

        PricedDocument document = documents.price(
                request("OTHER", "RETAIL", "PORTAL", "VALVE 1", "VALVE 25", "VALVE 100", "PUMP 8", "HOSE 499"),
                delivery());

        assertThat(shown(document)).isEqualTo(List.of("1 91.00", "2 87.50", "3 87.50", "4 4900.00", "5 50.00", "3 %"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 500})
    void theNumberOfStatementsDoesNotGrowWithTheLines(int lines) {
        writeLists(ROWS);
        PriceRequest request = request(
                "AGRO",
                "RETAIL",
                "PORTAL",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> (n % 2 == 0 ? "PUMP " : "VALVE ") + n)
                        .toArray(String[]::new));
        QueryCountHolder.clear();

        assertThat(documents.price(request, delivery()).lines()).hasSize(lines);

        assertThat(QueryCountHolder.getGrandTotal().getTotal())
                .as("products, rows, floors, bands, and products once more for units and weights")
                .isEqualTo(5);
    }

    @Test
    void aDiscountOnTheWholeThatGoesBelowAFloorIsMarkedOnTheLine() {
        writeLists(ROWS);
        lists.save(Actor.PROGRAM, new Floor(null, "PUMP", null, "INR", new BigDecimal("4870"), null, DAY, null));

        LinePrice few = documents
                .price(request("AGRO", "RETAIL", null, "PUMP 2"), delivery())
                .lines()
                .get(0);
        LinePrice many = documents
                .price(request("AGRO", "RETAIL", null, "PUMP 8"), delivery())
                .lines()
                .get(0);

        assertThat(few.belowFloor()).isFalse();
        assertThat(many.belowFloor()).isTrue();
        assertThat(many.trace().steps().get(many.trace().steps().size() - 1).words())
                .isEqualTo("With 3 % off the whole order a unit comes to 4753.00, below the floor: needs an approval");
    }

    private void writeLists(List<String> rows) {
        categories.saveAll(List.of(
                new Category("VALVES", "Valves", null),
                new Category("BALL-VALVES", "Ball valves", "VALVES"),
                new Category("PUMPS", "Pumps", null)));
        products.saveAll(List.of(
                product("VALVE", "BALL-VALVES", "NOS", "60"),
                product("PUMP", "PUMPS", "NOS", "3000"),
                product("HOSE", null, "MTR", "20")));
        parties.save(buyer("AGRO"));
        parties.save(buyer("OTHER"));
        List<CandidateRow> read = rows.stream().map(PriceCases::row).toList();
        read.stream()
                .map(CandidateRow::agreement)
                .filter(Objects::nonNull)
                .forEach(agreement -> lists.save(Actor.PROGRAM, agreement));
        prices.saveAll(read.stream().map(CandidateRow::row).toList());
        BANDS.stream()
                .flatMap(band -> PriceCases.bands(band).stream())
                .forEach(band -> lists.save(Actor.PROGRAM, band));
        PriceCases.floors(FLOORS).forEach(floor -> lists.save(Actor.PROGRAM, floor));
    }

    private List<String> turnedRound(PriceRequest request) {
        List<PriceRequest.Line> lines = new ArrayList<>(request.lines());
        Collections.reverse(lines);
        return shown(documents.price(with(request, lines), delivery()));
    }

    private List<String> eachAlone(PriceRequest request) {
        return request.lines().stream()
                .flatMap(line -> prices.resolve(with(request, List.of(line))).stream())
                .map(PricedDocumentsTest::numbered)
                .toList();
    }

    private static List<String> withoutBulk(PricedDocument document) {
        return document.lines().stream().map(PricedDocumentsTest::numbered).toList();
    }

    private static List<String> shown(PricedDocument document) {
        List<String> shown = new ArrayList<>(document.lines().stream()
                .map(PricedDocumentsTest::numbered)
                .sorted()
                .toList());
        shown.add(document.bulkDiscount().percent().toString());
        return shown;
    }

    private static String numbered(LinePrice line) {
        return line.lineNo() + " "
                + PriceFigures.tidy(line.unitPrice().amount()).toPlainString();
    }

    /** {@code "88.00 CUSTOMER"}, with an exclamation mark where it lies below the floor. */
    private static String price(LinePrice line) {
        return PriceFigures.tidy(line.unitPrice().amount()).toPlainString() + " "
                + line.trace().winner().level() + (line.belowFloor() ? "!" : "");
    }

    private static String losers(LinePrice line) {
        return line.trace().losers().stream()
                .map(lost -> lost.level() + " "
                        + (lost.price() == null ? "none" : lost.price().toPlainString()) + " " + lost.why())
                .collect(Collectors.joining("; "));
    }

    private static PriceRequest with(PriceRequest request, List<PriceRequest.Line> lines) {
        return new PriceRequest(
                request.buyerCode(),
                request.priceTier(),
                request.segment(),
                request.channel(),
                request.currency(),
                request.on(),
                lines);
    }

    private static PriceRequest request(String buyer, String tier, String channel, String... lines) {
        return new PriceRequest(buyer, tier, null, channel, "INR", DAY, lines(String.join(", ", lines)));
    }

    /** {@code "VALVE 60, PUMP 2"}. */
    private static List<PriceRequest.Line> lines(String text) {
        List<PriceRequest.Line> lines = new ArrayList<>();
        Arrays.stream(text.split(","))
                .map(line -> line.strip().split(" "))
                .forEach(words ->
                        lines.add(new PriceRequest.Line(lines.size() + 1, words[0], new BigDecimal(words[1]))));
        return lines;
    }

    private static Delivery delivery() {
        return new Delivery(ShippingCharges.Mode.ROAD, "27", null);
    }

    private static Product product(String sku, String category, String unit, String cost) {
        return new Product(
                sku,
                sku,
                "Family",
                null,
                category,
                "8481",
                unit,
                BigDecimal.ONE,
                BigDecimal.ONE,
                false,
                Money.of(cost, "INR"),
                ProductStatus.ACTIVE,
                null);
    }

    private static Buyer buyer(String code) {
        Address pune = new Address("Gat 118", null, "Pune", "27", null, "412207", "IN");
        return new Buyer(
                code,
                code,
                null,
                BusinessCategory.RETAIL_CHAIN,
                TaxRegistration.UNREGISTERED,
                null,
                pune,
                null,
                null,
                "INR",
                0,
                "Priya",
                "priya@agro.example",
                null);
    }
}
