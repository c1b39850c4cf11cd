package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Category;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.ttddyy.dsproxy.QueryCountHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MasterDataTest
class PricesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private Prices prices;

    @Autowired
    private PriceLists lists;

    @Autowired
    private PriceTiers tiers;

    @Autowired
    private Categories categories;

    @Autowired
    private Products products;

    @Autowired
    private Parties parties;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void writePriceLists() {
        products.saveAll(List.of(product("VALVE"), product("PUMP"), product("HOSE")));
        parties.save(buyer("AGRO"));
        parties.save(buyer("OTHER"));
        prices.saveAll(List.of(
                base("VALVE", "1", "100", "2026-04-01", null),
                base("VALVE", "10", "95", "2026-04-01", null),
                base("VALVE", "1", "104", "2026-12-01", null),
                base("VALVE", "1", "1", "2026-05-01", "2026-11-22"),
                row(Level.GROUP, "RETAIL", "VALVE", "INR", "10", "93", "2026-04-01", null),
                row(Level.CUSTOMER, "AGRO", "VALVE", "INR", "50", "88", "2026-04-01", "2026-11-23"),
                row(Level.BASE, null, "VALVE", "USD", "1", "1.25", "2026-04-01", null),
                base("PUMP", "2", "5000", "2026-04-01", null)));
    }

    @ParameterizedTest
    @CsvSource({
        // buyer, tier, currency, day, quantity, price, discount
        "AGRO,  RETAIL, INR, 2026-11-23, 9,  100,  0",
        "AGRO,  RETAIL, INR, 2026-11-23, 10, 93,   7",
        "AGRO,  ,       INR, 2026-11-23, 10, 95,   5",
        "AGRO,  TRADE,  INR, 2026-11-23, 10, 95,   5",
        "AGRO,  RETAIL, INR, 2026-11-23, 50, 88,   12",
        "OTHER, RETAIL, INR, 2026-11-23, 50, 93,   7",
        "AGRO,  RETAIL, INR, 2026-11-24, 50, 93,   7",
        "OTHER, ,       INR, 2026-11-30, 1,  100,  0",
        "OTHER, ,       INR, 2026-12-01, 1,  104,  0",
        "OTHER, ,       INR, 2026-12-01, 10, 95,   8.653846",
        "AGRO,  RETAIL, USD, 2026-11-23, 50, 1.25, 0",
        "OTHER, ,       INR, 2026-11-22, 1,  1,    0"
    })
    void theNearestPriceOfTheDayWins(
            String buyer, String tier, String currency, LocalDate day, String quantity, String price, String discount) {
        LinePrice won = prices.resolve(new PriceRequest(
                        buyer,
                        tier,
                        currency,
                        day,
                        List.of(new PriceRequest.Line(1, "VALVE", new BigDecimal(quantity)))))
                .get(0);

        assertThat(won.unitPrice()).isEqualTo(Money.of(price, currency));
        assertThat(won.discount().value()).isEqualByComparingTo(discount);
    }

    @Test
    void answersInTheOrderOfTheLinesWithTheReason() {
        List<LinePrice> won = prices.resolve(request("PUMP 2", "VALVE 60", "VALVE 1"));

        assertThat(won).extracting(LinePrice::lineNo).containsExactly(1, 2, 3);
        assertThat(won)
                .extracting(LinePrice::reason)
                .containsExactly(
                        "Base price from 2 NOS, valid from 1 Apr 2026",
                        "Customer price from 50 NOS, valid from 1 Apr 2026",
                        "Base price from 1 NOS, valid from 1 Apr 2026");
        assertThat(won.get(0).listPrice())
                .as("without a price of one the winner is the list price")
                .isEqualTo(won.get(0).unitPrice());
        assertThat(won.get(1).listPrice()).isEqualTo(Money.of("100", "INR"));
    }

    @Test
    void namesEveryLineWithoutAPrice() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> prices.resolve(request("HOSE 1", "VALVE 1", "PUMP 1", "UNKNOWN 1")));

        assertThat(problem.slug()).isEqualTo("price-not-found");
        assertThat(problem.violations())
                .containsExactly(
                        new Problem.Violation("lines[0]", "HOSE has no price in INR on 23 Nov 2026"),
                        new Problem.Violation(
                                "lines[2]", "PUMP has prices in INR on 23 Nov 2026 only from a quantity of 2"),
                        new Problem.Violation("lines[3]", "UNKNOWN has no price in INR on 23 Nov 2026"));
    }

    @Test
    void asksOnceForAllLines() {
        PriceRequest request = request(
                IntStream.range(1, 60).mapToObj(quantity -> "VALVE " + quantity).toArray(String[]::new));
        QueryCountHolder.clear();

        assertThat(prices.resolve(request)).hasSize(59);

        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(3);
    }

    @Test
    void theSameRowAgainReplacesThePrice() {
        prices.saveAll(List.of(base("VALVE", "1.000", "101", "2026-04-01", null)));

        assertThat(prices.resolve(request("VALVE 1")).get(0).unitPrice()).isEqualTo(Money.of("101", "INR"));
    }

    @Test
    void namesRowAndFieldAndKeepsNothing() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> prices.saveAll(List.of(
                        base("HOSE", "1", "46", "2026-04-01", null),
                        base("HOSE", "1.0", "47", "2026-04-01", null),
                        row(Level.CUSTOMER, "NOBODY", "NOTHING", "INX", "0", "-1", "2026-04-01", "2026-03-31"),
                        row(Level.GROUP, null, "HOSE", "INR", "1", "46.00001", "2026-04-01", null),
                        row(Level.BASE, "RETAIL", "HOSE", "INR", "1", "46", "2026-04-01", null))));

        assertThat(problem.violations())
                .extracting(Problem.Violation::field)
                .containsExactlyInAnyOrder(
                        "rows[1]",
                        "rows[2].owner",
                        "rows[2].sku",
                        "rows[2].currency",
                        "rows[2].fromQuantity",
                        "rows[2].unitPrice",
                        "rows[2].validUntil",
                        "rows[3].owner",
                        "rows[3].unitPrice",
                        "rows[4].owner");
        assertThat(catchThrowableOfType(Problem.class, () -> prices.resolve(request("HOSE 1"))))
                .isNotNull();
    }

    @Test
    void theDatabaseTakesNoSecondBaseRowOfTheSameTierAndDay() {
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into price_row (level, sku, currency, from_quantity, unit_price, valid_from)"
                                        + " values ('BASE', 'VALVE', 'INR', 1, 99, date '2026-04-01')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("price_row_once");
    }

    private static PriceRequest request(String... lines) {
        List<String> texts = Arrays.asList(lines);
        return new PriceRequest(
                "AGRO",
                "RETAIL",
                "INR",
                DAY,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> new PriceRequest.Line(
                                i + 1,
                                texts.get(i).split(" ")[0],
                                new BigDecimal(texts.get(i).split(" ")[1])))
                        .toList());
    }

    @Test
    void aLongListIsReadPageByPageWithoutGapsOrRepetitions() {
        List<Product> many =
                IntStream.range(0, 312).mapToObj(n -> product("P-" + n)).toList();
        products.saveAll(many);
        prices.saveAll(many.stream()
                .map(product -> row(Level.GROUP, "MANY", product.sku(), "INR", "1", "5", "2026-04-01", null))
                .toList());
        PriceLists.Filter filter = new PriceLists.Filter(null, "MANY", null, 0, 50);

        assertThat(lists.count(filter)).isEqualTo(312);
        List<Long> read = IntStream.range(0, 7)
                .mapToObj(filter::page)
                .flatMap(page -> lists.find(page).stream())
                .map(PriceLists.Entry::id)
                .toList();
        assertThat(read).hasSize(312).doesNotHaveDuplicates();
        assertThat(lists.find(filter.page(6))).hasSize(12);
        assertThat(lists.find(filter.page(7))).isEmpty();
    }

    @Test
    void tellsWhatANewRowWouldHideOrBeHiddenBy() {
        categories.saveAll(List.of(new Category("VALVES", "Valves", null)));
        PriceRow dearer = row(Level.CUSTOMER, "OTHER", "VALVE", "INR", "10", "94", "2026-04-01", null);
        prices.saveAll(List.of(row(Level.GROUP, "WHOLESALE", "VALVE", "INR", "10", "92", "2026-04-01", null)));

        assertThat(lists.shadows(dearer))
                .extracting(PriceShadow::sentence)
                .containsExactly(
                        "It stands before this lower price: Group price WHOLESALE from 10, valid from 1 Apr 2026: 92.00 INR");
        assertThat(lists.shadows(row(Level.BASE, null, "VALVE", "INR", "10", "90", "2026-11-01", null)))
                .extracting(PriceShadow::kind)
                .containsExactly(PriceShadow.Kind.HIDES);
        assertThatThrownBy(() -> lists.shadows(row(Level.GROUP, null, "NOTHING", "INR", "1", "1", "2026-04-01", null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactlyInAnyOrder("rows[0].owner", "rows[0].sku"));
    }

    @Test
    void tiersStartWhereAnyRowOfTheBuyerDoes() {
        categories.saveAll(
                List.of(new Category("VALVES", "Valves", null), new Category("BALL-VALVES", "Ball valves", "VALVES")));
        products.saveAll(List.of(product("BALL", "BALL-VALVES")));
        PriceRule rule = new PriceRule(new BigDecimal("-5"), PriceRule.Of.LIST, null, null);
        prices.saveAll(List.of(
                base("BALL", "1", "100", "2026-04-01", null),
                base("BALL", "30", "90", "2026-12-01", null),
                rule(Level.GROUP, "RETAIL", "VALVES", "20", rule),
                rule(Level.GROUP, "TRADE", "VALVES", "21", rule),
                rule(Level.CHANNEL, "PORTAL", null, "7", rule),
                rule(Level.CUSTOMER, "OTHER", null, "8", rule)));

        assertThat(tiers.starts("BALL", new PriceRequest("AGRO", "RETAIL", null, "PORTAL", "INR", DAY, List.of())))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1"), new BigDecimal("7"), new BigDecimal("20"));
    }

    private static PriceRow rule(Level level, String owner, String category, String from, PriceRule rule) {
        return new PriceRow(
                level,
                owner,
                null,
                null,
                category,
                "INR",
                new BigDecimal(from),
                null,
                rule,
                LocalDate.parse("2026-04-01"),
                null,
                0);
    }

    private static PriceRow base(String sku, String from, String price, String validFrom, String validUntil) {
        return row(Level.BASE, null, sku, "INR", from, price, validFrom, validUntil);
    }

    private static PriceRow row(
            Level level,
            String owner,
            String sku,
            String currency,
            String from,
            String price,
            String validFrom,
            String validUntil) {
        return new PriceRow(
                level,
                owner,
                sku,
                currency,
                new BigDecimal(from),
                new BigDecimal(price),
                LocalDate.parse(validFrom),
                validUntil == null ? null : LocalDate.parse(validUntil));
    }

    private static Product product(String sku) {
        return product(sku, null);
    }

    private static Product product(String sku, String category) {
        return new Product(
                sku,
                sku,
                "Family",
                null,
                category,
                "8481",
                "NOS",
                BigDecimal.ONE,
                BigDecimal.ONE,
                false,
                Money.of("1", "INR"),
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
