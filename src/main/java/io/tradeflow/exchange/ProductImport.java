package io.tradeflow.exchange;

import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductEntries;
import io.tradeflow.catalog.ProductEntry;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Products as a file, a row each with its attributes and packages. */
@Component
class ProductImport implements ImportKind<ProductEntry> {

    static final Set<String> KEEP_THE_CATALOGUE = Set.of("sales-managers", "directors", "camunda-admin");

    private static final String ATTRIBUTES = "attributes";
    private static final String PACKAGING = "packaging";
    private static final String COST_CURRENCY = "costCurrency";

    private static final List<Column> COLUMNS = List.of(
            new Column("sku", true, "Capitals, digits, hyphens, dots and slashes, for example BV-025-BR"),
            new Column("name", false, "As documents print it"),
            new Column("family", false, "What its variants have in common, for example Ball valves"),
            new Column("variant", false, "What tells it from its siblings, for example DN 25, brass"),
            new Column("category", false, "Code of its category"),
            new Column("hsn", false, "4, 6 or 8 digits; the GST rate follows from it"),
            new Column("unit", false, "Unit quantity code (UQC), for example NOS; NOS where it is empty"),
            new Column("minimumOrderQuantity", false, "Smallest quantity of a line, in the unit; 1 where it is empty"),
            new Column("orderMultiple", false, "Quantities are a multiple of it; 1 where it is empty"),
            new Column("batchTracked", false, "true or false: whether stock is kept by batch with expiry"),
            new Column("cost", false, "Standard cost per unit, for margins"),
            new Column("status", false, "DRAFT, ACTIVE, BLOCKED or DISCONTINUED; ACTIVE where it is empty"),
            new Column("successor", false, "SKU of what replaces a discontinued product"),
            new Column(COST_CURRENCY, false, "Of the cost; the company's where it is empty"),
            new Column("grossWeightKg", false, "With packing, per unit"),
            new Column(ATTRIBUTES, false, "For example Size=DN 25; Material=brass"),
            new Column(PACKAGING, false, "How many of the unit a package holds, for example BOX=12; CTN=144"));

    private final ProductEntries entries;
    private final Parties parties;

    ProductImport(ProductEntries entries, Parties parties) {
        this.entries = entries;
        this.parties = parties;
    }

    @Override
    public String code() {
        return "products";
    }

    @Override
    public String label() {
        return "Products";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return KEEP_THE_CATALOGUE;
    }

    @Override
    public Function<CellReader, ProductEntry> reader() {
        String currency = parties.findSeller().map(SellingCompany::currency).orElse(null);
        return cells -> read(cells, currency);
    }

    /** @param currency the company's; null before it was set up */
    private static ProductEntry read(CellReader cells, String currency) {
        String unit = cells.text("unit");
        Product product = new Product(
                cells.required("sku"),
                cells.text("name"),
                cells.text("family"),
                cells.text("variant"),
                cells.text("category"),
                cells.text("hsn"),
                unit == null ? "NOS" : unit,
                cells.decimal("minimumOrderQuantity", BigDecimal.ONE),
                cells.decimal("orderMultiple", BigDecimal.ONE),
                cells.yes("batchTracked", false),
                cost(cells, currency),
                cells.choice("status", ProductStatus.class, ProductStatus.ACTIVE),
                cells.text("successor"));
        return new ProductEntry(product, cells.decimal("grossWeightKg"), attributes(cells), packaging(cells));
    }

    /** Null where none is given; the room asks for it. */
    private static Money cost(CellReader cells, String companys) {
        BigDecimal amount = cells.decimal("cost");
        String given = cells.text(COST_CURRENCY);
        String currency = given == null ? companys : given;
        if (amount == null) {
            return null;
        }
        try {
            return Money.of(amount, Objects.requireNonNullElse(currency, ""));
        } catch (IllegalArgumentException e) {
            cells.wrong(
                    COST_CURRENCY,
                    currency == null
                            ? "is missing: the company, whose currency would serve, is not set up yet"
                            : "is no ISO 4217 currency code");
            return null;
        }
    }

    private static Map<String, String> attributes(CellReader cells) {
        return pairs(cells, ATTRIBUTES);
    }

    private static List<PackagingUnit> packaging(CellReader cells) {
        return pairs(cells, PACKAGING).entrySet().stream()
                .map(pack -> new PackagingUnit(pack.getKey(), cells.number(PACKAGING, pack.getValue())))
                .toList();
    }

    private static Map<String, String> pairs(CellReader cells, String column) {
        String text = cells.text(column);
        try {
            return text == null ? Map.of() : Pairs.read(text);
        } catch (IllegalArgumentException e) {
            cells.wrong(column, e.getMessage());
            return Map.of();
        }
    }

    @Override
    public List<Object> key(ProductEntry entry) {
        return List.of(entry.product().sku());
    }

    @Override
    public Map<String, String> cells(ProductEntry entry) {
        Product product = entry.product();
        Map<String, String> packaging = new LinkedHashMap<>();
        entry.packaging().stream()
                .sorted(Comparator.comparing(PackagingUnit::factor).thenComparing(PackagingUnit::unit))
                .forEach(unit -> packaging.put(unit.unit(), Cells.text(unit.factor())));
        return new Cells()
                .put("sku", product.sku())
                .put("name", product.name())
                .put("family", product.family())
                .put("variant", product.variant())
                .put("category", product.category())
                .put("hsn", product.hsn())
                .put("unit", product.unit())
                .put("minimumOrderQuantity", product.minimumOrderQuantity())
                .put("orderMultiple", product.orderMultiple())
                .put("batchTracked", product.batchTracked())
                .put("cost", product.cost() == null ? null : product.cost().amount())
                .put("status", product.status())
                .put("successor", product.successor())
                .put(
                        COST_CURRENCY,
                        product.cost() == null
                                ? null
                                : product.cost().currency().getCurrencyCode())
                .put("grossWeightKg", entry.grossWeightKg())
                .put(ATTRIBUTES, Pairs.written(entry.attributes()))
                .put(PACKAGING, Pairs.written(packaging))
                .byColumn();
    }

    @Override
    public List<ProductEntry> known(List<ProductEntry> wanted) {
        Map<String, ProductEntry> there = entries.bySku(skus(wanted));
        return wanted.stream().map(entry -> there.get(entry.product().sku())).toList();
    }

    private static List<String> skus(List<ProductEntry> wanted) {
        return wanted.stream().map(entry -> entry.product().sku()).toList();
    }

    @Override
    public List<Violation> violations(List<ProductEntry> wanted, ImportRun run) {
        return entries.violations(wanted, coming(wanted, run));
    }

    @Override
    public void save(List<ProductEntry> wanted, ImportRun run) {
        entries.saveAll(wanted, coming(wanted, run));
    }

    /** A successor may stand anywhere in the file. */
    private static Set<String> coming(List<ProductEntry> wanted, ImportRun run) {
        return run.among(
                "sku",
                wanted.stream()
                        .map(entry -> entry.product().successor())
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public void forEach(Consumer<ProductEntry> reader) {
        entries.forEach(reader);
    }
}
