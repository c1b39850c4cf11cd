package io.tradeflow.exchange;

import io.tradeflow.inventory.ExpectedGoods;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.ExpectedReceipts;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Goods to come as a file: what is announced, by reference, warehouse and product. What is over is not in the file that goes out. */
@Component
class ExpectedReceiptImport implements ImportKind<ExpectedGoods> {

    private static final List<Column> COLUMNS = List.of(
            new Column("reference", true, "Number on the paper that announces the goods, for example PO-778"),
            new Column("warehouse", true, "Code of the warehouse they come to"),
            new Column("sku", true, "The product"),
            new Column(
                    "quantity",
                    true,
                    "All that is announced, what has come in already included; in the product's unit"),
            new Column("expectedOn", true, "The day they are expected on, for example 2026-12-12"),
            new Column("source", true, "PURCHASE or PRODUCTION; transfers announce themselves"));

    private final ExpectedReceipts expected;

    ExpectedReceiptImport(ExpectedReceipts expected) {
        this.expected = expected;
    }

    @Override
    public String code() {
        return "expected-receipts";
    }

    @Override
    public String label() {
        return "Expected receipts";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return Set.of("warehouse", "stock-planners");
    }

    @Override
    public Function<CellReader, ExpectedGoods> reader() {
        return cells -> new ExpectedGoods(
                cells.required("reference"),
                cells.required("warehouse"),
                cells.required("sku"),
                cells.decimal("quantity"),
                cells.date("expectedOn"),
                cells.choice("source", ExpectedReceipt.Source.class));
    }

    @Override
    public List<Object> key(ExpectedGoods goods) {
        return Arrays.asList(goods.reference(), goods.warehouseCode(), goods.sku());
    }

    @Override
    public Map<String, String> cells(ExpectedGoods goods) {
        return new Cells()
                .put("reference", goods.reference())
                .put("warehouse", goods.warehouseCode())
                .put("sku", goods.sku())
                .put("quantity", goods.quantity())
                .put("expectedOn", goods.expectedOn())
                .put("source", goods.source())
                .byColumn();
    }

    @Override
    public List<ExpectedGoods> known(List<ExpectedGoods> announced) {
        return expected.known(announced);
    }

    @Override
    public List<Violation> violations(List<ExpectedGoods> announced, ImportRun run) {
        return expected.violations(announced);
    }

    @Override
    public void save(List<ExpectedGoods> announced, ImportRun run) {
        expected.announce(Actor.PROGRAM, announced);
    }

    @Override
    public void forEach(Consumer<ExpectedGoods> reader) {
        expected.forEachOpen(reader);
    }
}
