package io.tradeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.MasterDataTest;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.demo.DemoParties.BuyerEntry;
import io.tradeflow.inventory.StockReceipt;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.party.Branch;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Gstin;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.Prices;
import io.tradeflow.tax.CustomsRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of the demo agree with themselves, with the rules of the rooms they go into and with the decision tables. */
@MasterDataTest
class DemoFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final DemoFiles files = new DemoFiles();
    private final List<Product> catalogue = files.products("INR");
    private final List<PriceRow> prices = files.prices();
    private final Map<String, BigDecimal> rates = files.company().exchangeRates().stream()
            .collect(Collectors.toMap(CustomsRate::currency, CustomsRate::rate));

    @Autowired
    private Parties parties;

    @Autowired
    private Categories categories;

    @Autowired
    private Products products;

    @Autowired
    private Prices priceLists;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyPartyProductAndPricePassesTheRulesOfItsRoom() {
        parties.saveSeller(files.company().company());
        files.company().branches().forEach(branch -> parties.saveBranch(branch.toBranch()));
        files.buyers().forEach(buyer -> parties.save(buyer.toBuyer()));
        categories.saveAll(files.categories());
        products.saveAll(catalogue);
        priceLists.saveAll(prices);

        assertThat(parties.branches()).extracting(Branch::invoiceSeries).containsExactly("MH", "TN");
        assertThat(parties.buyers()).hasSize(12);
        assertThat(products.bySku(catalogue.stream().map(Product::sku).toList()))
                .hasSameSizeAs(catalogue);
        assertThat(catalogue).noneMatch(product -> product.category() == null);
    }

    @Test
    void theBuyersStandForEveryKindThereIs() {
        List<Buyer> buyers = files.buyers().stream().map(BuyerEntry::toBuyer).toList();

        assertThat(buyers).extracting(Buyer::category).contains(BusinessCategory.values());
        assertThat(buyers).extracting(Buyer::taxRegistration).contains(TaxRegistration.values());
        assertThat(buyers).extracting(buyer -> buyer.billTo().stateCode()).contains("27", "33", "24", "29", "07", "96");
        assertThat(buyers).filteredOn(buyer -> buyer.gstin() != null).allSatisfy(buyer -> assertThat(
                        new Gstin(buyer.gstin()).stateCode())
                .isEqualTo(buyer.billTo().stateCode()));
        assertThat(buyers).extracting(Buyer::email).allMatch(email -> email.endsWith(".example"));
        assertThat(files.buyers())
                .allSatisfy(buyer -> assertThat(buyer.users()).isNotEmpty().allMatch(user -> user.userId()
                        .endsWith(buyer.email().substring(buyer.email().indexOf('@')))));
    }

    @Test
    void everyProductHasATaxRate() {
        for (Product product : catalogue) {
            assertThat(jdbc.sql("select count(*) from gst_rate where starts_with(:hsn, hsn_prefix)"
                                    + " and valid_from <= :day and coalesce(valid_to, :day) >= :day")
                            .param("hsn", product.hsn())
                            .param("day", DAY)
                            .query(Integer.class)
                            .single())
                    .as(product.sku() + " " + product.hsn())
                    .isPositive();
        }
    }

    @Test
    void everyProductHasAPriceForOneAndCanBeOrdered() {
        Set<String> currencies =
                files.buyers().stream().map(BuyerEntry::currency).collect(Collectors.toSet());
        for (Product product : catalogue) {
            assertThat(prices)
                    .as(product.sku())
                    .filteredOn(row -> row.level() == Level.BASE && row.sku().equals(product.sku()))
                    .filteredOn(row -> row.fromQuantity().compareTo(BigDecimal.ONE) == 0
                            && !row.validFrom().isAfter(DAY))
                    .extracting(PriceRow::currency)
                    .containsExactlyInAnyOrderElementsOf(currencies);
            assertThat(OrderQuantityRule.check(product, OrderQuantityRule.smallest(product))
                            .valid())
                    .isTrue();
        }
    }

    @Test
    void listMarginsAreThoseOfTheTrade() {
        Map<String, Product> bySku = bySku();
        assertThat(prices)
                .filteredOn(row -> row.level() == Level.BASE && row.currency().equals("INR"))
                .filteredOn(row -> row.fromQuantity().compareTo(BigDecimal.ONE) == 0)
                .allSatisfy(row -> assertThat(margin(row, bySku.get(row.sku())).value())
                        .isBetween(new BigDecimal("17.5"), new BigDecimal("46.5")));
    }

    /** Costs are in the company's currency; foreign prices are held against them at the rate of the demo. */
    @Test
    void noPriceLiesBelowCost() {
        Map<String, Product> bySku = bySku();
        assertThat(prices).allSatisfy(row -> assertThat(margin(row, bySku.get(row.sku())))
                .as("%s", row)
                .isGreaterThan(Percentage.of("5")));
    }

    /** The level nearest to the buyer wins even where it is dearer: agreed prices must therefore never be worse. */
    @Test
    void groupAndCustomerPricesAreNeverWorseThanTheBase() {
        Map<List<Object>, List<PriceRow>> byProductAndOwner = prices.stream()
                .filter(row -> !row.validFrom().isAfter(DAY))
                .collect(Collectors.groupingBy(row -> Arrays.asList(row.sku(), row.currency(), row.owner())));
        byProductAndOwner.forEach((key, rows) -> {
            List<PriceRow> base = byProductAndOwner.get(Arrays.<Object>asList(key.get(0), key.get(1), null));
            for (PriceRow tier : base) {
                assertThat(at(rows, tier.fromQuantity()).unitPrice())
                        .as("%s against %s", key, tier)
                        .isLessThanOrEqualTo(tier.unitPrice());
            }
        });
    }

    @Test
    void someAgreedPriceNeedsAnApproval() {
        Map<String, BigDecimal> list = prices.stream()
                .filter(row -> row.level() == Level.BASE && row.currency().equals("INR"))
                .filter(row -> row.fromQuantity().compareTo(BigDecimal.ONE) == 0
                        && !row.validFrom().isAfter(DAY))
                .collect(Collectors.toMap(PriceRow::sku, PriceRow::unitPrice));
        assertThat(prices)
                .filteredOn(row -> row.level() == Level.CUSTOMER)
                .anyMatch(row -> row.unitPrice().compareTo(list.get(row.sku()).multiply(new BigDecimal("0.85"))) < 0);
    }

    /** A price tier that customer-segment.dmn never answers would never be used, and one without prices would do nothing. */
    @Test
    void thePriceTiersAreThoseOfTheDecisionTable() throws Exception {
        Set<String> tiers = prices.stream()
                .filter(row -> row.level() == Level.GROUP)
                .map(PriceRow::owner)
                .collect(Collectors.toSet());
        String table = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/processes/inquiry/customer-segment.dmn"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Set<String> answers = Pattern.compile("<outputEntry[^>]*>\\s*<text>\"([A-Z]+)\"</text>")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(answers).containsAll(tiers);
        assertThat(files.buyers()).extracting(BuyerEntry::priceGroup).allMatch(tiers::contains);
    }

    @Test
    void theStockIsOfTheCataloguesProductsInTheCompanysWarehouses() {
        Map<String, Product> bySku = bySku();
        List<StockReceipt> receipts = files.openingStock(DAY);

        assertThat(receipts)
                .extracting(StockReceipt::warehouseCode)
                .containsExactlyInAnyOrderElementsOf(files.company().branches().stream()
                        .map(DemoParties.BranchEntry::warehouseCode)
                        .toList());
        assertThat(receipts).flatExtracting(StockReceipt::lines).allSatisfy(line -> {
            assertThat(bySku).containsKey(line.sku());
            assertThat(line.quantity()).isPositive();
            assertThat(line.batch() != null)
                    .as(line.sku())
                    .isEqualTo(bySku.get(line.sku()).batchTracked());
            assertThat(line.expiresOn() == null || line.expiresOn().isAfter(DAY))
                    .isTrue();
        });
    }

    @Test
    void someGoodsAreShortAsTheFileSays() {
        Map<String, BigDecimal> total = files.openingStock(DAY).stream()
                .flatMap(receipt -> receipt.lines().stream())
                .collect(Collectors.toMap(StockReceipt.Line::sku, StockReceipt.Line::quantity, BigDecimal::add));

        assertThat(total.get("SP-6-150")).isEqualByComparingTo("10");
        assertThat(total).doesNotContainKey("ES-100-250-CI");
        assertThat(total.get("BV-025-SS")).isGreaterThan(new BigDecimal("20000"));
    }

    @Test
    void everybodyOfTheStaffIsInAGroup() {
        assertThat(files.staff())
                .allSatisfy(person -> assertThat(person.groups()).isNotEmpty());
        assertThat(files.staff().stream().flatMap(person -> person.groups().stream()))
                .contains(
                        "sales-desk",
                        "sales-managers",
                        "directors",
                        "stock-planners",
                        "warehouse",
                        "quality",
                        "finance",
                        "operations",
                        "process-owners",
                        "camunda-admin");
    }

    private Map<String, Product> bySku() {
        return catalogue.stream().collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    private Percentage margin(PriceRow row, Product product) {
        BigDecimal inCompanyCurrency = rates.getOrDefault(row.currency(), BigDecimal.ONE)
                .multiply(row.unitPrice())
                .setScale(4, RoundingMode.HALF_UP);
        return Percentage.share(inCompanyCurrency.subtract(product.cost().amount()), inCompanyCurrency);
    }

    private static PriceRow at(List<PriceRow> rows, BigDecimal quantity) {
        return rows.stream()
                .filter(row -> row.fromQuantity().compareTo(quantity) <= 0)
                .max(Comparator.comparing(PriceRow::fromQuantity).thenComparing(PriceRow::validFrom))
                .orElseThrow();
    }
}
