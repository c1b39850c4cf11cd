package io.tradeflow.exchange;

import io.tradeflow.inventory.CountedStock;
import io.tradeflow.inventory.StockCounts;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opening or counted stock as a file: what lies there; the difference to the books goes through the ledger. */
@Component
class StockImport implements ImportKind<CountedStock> {

    private static final List<Column> COLUMNS = List.of(
            new Column("warehouse", true, "Code of the warehouse"),
            new Column("sku", true, "The product"),
            new Column("batch", true, "Number of the batch; empty for products that are not kept by batch"),
            new Column("manufacturedOn", false, "Of the batch, for example 2026-04-01"),
            new Column("expiresOn", false, "Last day on which the batch may be used"),
            new Column("bin", false, "Where it lies"),
            new Column("quantity", true, "All that lies there, promised or not, in the product's unit; 0 for nothing"),
            new Column("reason", false, "Why it may differ from the books; the name of the file where it is empty"));

    private final StockCounts counts;

    StockImport(StockCounts counts) {
        this.counts = counts;
    }

    @Override
    public String code() {
        return "stock";
    }

    @Override
    public String label() {
        return "Stock";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return Set.of("warehouse", "stock-planners", "camunda-admin");
    }

    @Override
    public Function<CellReader, CountedStock> reader() {
        return StockImport::read;
    }

    private static CountedStock read(CellReader cells) {
        return new CountedStock(
                cells.required("warehouse"),
                cells.required("sku"),
                cells.text("batch"),
                cells.date("manufacturedOn"),
                cells.date("expiresOn"),
                cells.text("bin"),
                cells.decimal("quantity"),
                cells.text("reason"));
    }

    @Override
    public List<Object> key(CountedStock line) {
        return Arrays.asList(line.warehouseCode(), line.sku(), line.batch());
    }

    /** Without the reason: it belongs to the movement, not to what lies there. */
    @Override
    public Map<String, String> cells(CountedStock line) {
        return new Cells()
                .put("warehouse", line.warehouseCode())
                .put("sku", line.sku())
                .put("batch", line.batch())
                .put("manufacturedOn", line.manufacturedOn())
                .put("expiresOn", line.expiresOn())
                .put("bin", line.bin())
                .put("quantity", line.quantity())
                .byColumn();
    }

    @Override
    public List<CountedStock> known(List<CountedStock> lines) {
        return counts.known(lines);
    }

    @Override
    public List<Violation> violations(List<CountedStock> lines, ImportRun run) {
        return counts.violations(lines);
    }

    @Override
    public void save(List<CountedStock> lines, ImportRun run) {
        counts.book(
                Actor.PROGRAM,
                run.reference(),
                lines.stream()
                        .map(line -> line.reason() == null ? line.because("Counted: file " + run.fileName()) : line)
                        .toList());
    }

    @Override
    public void forEach(Consumer<CountedStock> reader) {
        counts.forEach(reader);
    }
}
