package io.tradeflow.exchange;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.PriceNovelty;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Price rows as a file. */
@Component
class PriceImport implements ImportKind {

    /** How the room of prices names a row and its field. */
    private static final Pattern FIELD = Pattern.compile("rows\\[(\\d+)](?:\\.(.+))?");

    private static final List<Column> COLUMNS = List.of(
            new Column("level", true, "CUSTOMER, GROUP or BASE"),
            new Column("owner", true, "Buyer code or price tier; empty for BASE"),
            new Column("sku", true, "The product"),
            new Column("currency", true, "For example INR"),
            new Column("fromQuantity", true, "Smallest quantity the price is for"),
            new Column("unitPrice", true, "Per unit, without tax, for example 1250.50"),
            new Column("validFrom", true, "First day, for example 2026-04-01"),
            new Column("validUntil", false, "Last day; empty means until further notice"));

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
        cells.required("sku");
        return new PriceRow(
                cells.choice("level", Level.class),
                cells.text("owner"),
                cells.text("sku"),
                cells.text("currency"),
                cells.decimal("fromQuantity"),
                cells.decimal("unitPrice"),
                cells.date("validFrom"),
                cells.date("validUntil"));
    }

    /** Rows with the same key would overwrite one another; where a part is missing the rules of the room speak. */
    private static String key(PriceRow row) {
        BigDecimal tier = row.fromQuantity() == null ? null : row.fromQuantity().stripTrailingZeros();
        return String.join(
                "|",
                String.valueOf(row.level()),
                String.valueOf(row.owner()),
                row.sku(),
                String.valueOf(row.currency()),
                tier == null ? "" : tier.toPlainString(),
                String.valueOf(row.validFrom()));
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
                errors.add(new RowError(row.line(), column, row.cell(column), violation.message()));
            }
        }
        return errors;
    }
}
