package io.tradeflow.exchange;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.PriceRule;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Price rows as a file. */
@Component
class PriceImport implements ImportKind<PriceRow> {

    private static final String PERCENT = "percent";

    /** The columns of a percentage by the names its room gives them. */
    private static final Map<String, String> COLUMN_OF = Map.of(
            "rule.percent", PERCENT, "rule.of", "percentOf", "rule.roundTo", "roundTo", "rule.surcharge", "surcharge");

    private static final List<Column> COLUMNS = List.of(
            new Column("level", true, "CONTRACT, CUSTOMER, GROUP, CHANNEL or BASE"),
            new Column("owner", true, "Buyer code, price tier or channel; empty for BASE"),
            new Column("sku", true, "The product; empty where a percentage is for a category or everything"),
            new Column("currency", true, "For example INR"),
            new Column("fromQuantity", true, "Smallest quantity the row is for"),
            new Column("unitPrice", true, "Per unit, without tax, for example 1250.50; empty for a percentage"),
            new Column("validFrom", true, "First day, for example 2026-04-01"),
            new Column("validUntil", false, "Last day; empty means until further notice"),
            new Column("agreement", false, "Number of the price agreement, for CONTRACT"),
            new Column("category", false, "Code of the category a percentage is for"),
            new Column(PERCENT, false, "What is added; -5 takes 5 % off"),
            new Column("percentOf", false, "LIST (base price of one) or BELOW (price of the next level below)"),
            new Column("roundTo", false, "The percentage's result becomes a multiple of it, for example 0.05"),
            new Column("surcharge", false, "Added per unit after rounding"),
            new Column("priority", false, "Between rows that are otherwise alike the higher wins"));

    private final Prices prices;

    PriceImport(Prices prices) {
        this.prices = prices;
    }

    @Override
    public String code() {
        return "prices";
    }

    @Override
    public String label() {
        return "Prices";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return Set.of("sales-managers", "camunda-admin");
    }

    @Override
    public Function<CellReader, PriceRow> reader() {
        return PriceImport::read;
    }

    private static PriceRow read(CellReader cells) {
        return new PriceRow(
                cells.choice("level", Level.class),
                cells.text("owner"),
                cells.text("agreement"),
                cells.text("sku"),
                cells.text("category"),
                cells.text("currency"),
                cells.decimal("fromQuantity"),
                cells.decimal("unitPrice"),
                rule(cells),
                cells.date("validFrom"),
                cells.date("validUntil"),
                cells.whole("priority", 0));
    }

    /** Null where no cell of a percentage is filled in. */
    private static PriceRule rule(CellReader cells) {
        BigDecimal percent = cells.decimal(PERCENT);
        PriceRule.Of of = cells.choice("percentOf", PriceRule.Of.class);
        BigDecimal roundTo = cells.decimal("roundTo");
        BigDecimal surcharge = cells.decimal("surcharge");
        boolean fixed = percent == null && of == null && roundTo == null && surcharge == null;
        return fixed ? null : new PriceRule(percent, of, roundTo, surcharge);
    }

    /** Where a part is missing the rules of the room speak. */
    @Override
    public List<Object> key(PriceRow row) {
        return Arrays.asList(
                row.level(),
                row.owner(),
                row.agreement(),
                row.sku(),
                row.category(),
                row.currency(),
                row.fromQuantity(),
                row.validFrom(),
                row.priority());
    }

    @Override
    public Map<String, String> cells(PriceRow row) {
        PriceRule rule = row.rule();
        return new Cells()
                .put("level", row.level())
                .put("owner", row.owner())
                .put("sku", row.sku())
                .put("currency", row.currency())
                .put("fromQuantity", row.fromQuantity())
                .put("unitPrice", row.unitPrice())
                .put("validFrom", row.validFrom())
                .put("validUntil", row.validUntil())
                .put("agreement", row.agreement())
                .put("category", row.category())
                .put(PERCENT, rule == null ? null : rule.percent())
                .put("percentOf", rule == null ? null : rule.of())
                .put("roundTo", rule == null ? null : rule.roundTo())
                .put("surcharge", rule == null ? null : rule.surcharge())
                .put("priority", row.priority())
                .byColumn();
    }

    @Override
    public List<PriceRow> known(List<PriceRow> rows) {
        return prices.known(rows);
    }

    @Override
    public List<Violation> violations(List<PriceRow> rows, ImportRun run) {
        return prices.check(rows);
    }

    @Override
    public void save(List<PriceRow> rows, ImportRun run) {
        prices.saveAll(rows);
    }

    @Override
    public void forEach(Consumer<PriceRow> reader) {
        prices.forEach(reader);
    }

    @Override
    public String columnOf(String field) {
        return COLUMN_OF.getOrDefault(field, field);
    }
}
