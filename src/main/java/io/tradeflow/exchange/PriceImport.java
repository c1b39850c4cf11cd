package io.tradeflow.exchange;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.PriceNovelty;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.PriceRule;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Price rows as a file. */
@Component
class PriceImport implements ImportKind {

    /** How the room of prices names a row and its field. */
    private static final Pattern FIELD = Pattern.compile("rows\\[(\\d+)](?:\\.(.+))?");

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
    public Checked check(List<FileRow> rows) {
        List<RowError> errors = new ArrayList<>();
        List<String> keys = new ArrayList<>(Collections.nCopies(rows.size(), null));
        List<PriceRow> readable = new ArrayList<>();
        List<FileRow> theirRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CellReader cells = new CellReader(rows.get(i));
            PriceRow price = price(cells);
            errors.addAll(cells.errors());
            if (cells.isReadable()) {
                keys.set(i, key(price));
                readable.add(price);
                theirRows.add(rows.get(i));
            }
        }
        List<RowError> broken = broken(prices.check(readable), theirRows);
        errors.addAll(broken);
        List<PriceNovelty> news = broken.isEmpty() ? prices.compare(readable) : List.of();
        return new Checked(
                Collections.frequency(news, PriceNovelty.FRESH),
                Collections.frequency(news, PriceNovelty.CHANGED),
                Collections.frequency(news, PriceNovelty.UNCHANGED),
                keys,
                errors);
    }

    @Override
    public void apply(List<FileRow> rows) {
        prices.saveAll(rows.stream().map(row -> price(new CellReader(row))).toList());
    }

    private static PriceRow price(CellReader cells) {
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

    /** Rows with the same key would overwrite one another; where a part is missing the rules of the room speak. */
    private static String key(PriceRow row) {
        BigDecimal tier = row.fromQuantity();
        return Stream.of(
                        row.level(),
                        row.owner(),
                        row.agreement(),
                        row.sku(),
                        row.category(),
                        row.currency(),
                        tier == null ? null : tier.stripTrailingZeros().toPlainString(),
                        row.validFrom(),
                        row.priority())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    /** The file as a whole is searched for repeated rows, so that here each row is looked at by itself. */
    private static List<RowError> broken(List<Violation> violations, List<FileRow> rows) {
        List<RowError> errors = new ArrayList<>();
        for (Violation violation : violations) {
            Matcher field = FIELD.matcher(violation.field());
            if (!field.matches()) {
                throw new IllegalStateException("Not a field of a price row: " + violation.field());
            }
            FileRow row = rows.get(Integer.parseInt(field.group(1)));
            String column = field.group(2);
            if (column != null) {
                String name = COLUMN_OF.getOrDefault(column, column);
                errors.add(new RowError(row.line(), name, row.cell(name), violation.message()));
            }
        }
        return errors;
    }
}
