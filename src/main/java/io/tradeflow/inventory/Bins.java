package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bins of the warehouses, and what lies in which. A receipt that names an unknown bin adds it at the end of its zone. */
@Service
@Transactional
public class Bins {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_ZONE = 20;

    private final BinTable table;
    private final WarehouseTable warehouses;

    Bins(BinTable table, WarehouseTable warehouses) {
        this.table = table;
        this.warehouses = warehouses;
    }

    /** In the order in which they are walked. */
    @Transactional(readOnly = true)
    public List<Bin> of(String warehouseCode) {
        return table.of(warehouseCode);
    }

    /** All bins of all warehouses. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<Bin> reader) {
        table.forEach(reader);
    }

    /** What is there of these, in their order; null where nothing is. */
    @Transactional(readOnly = true)
    public List<Bin> known(List<Bin> wanted) {
        Map<List<String>, Bin> there = new HashMap<>();
        table.all().forEach(bin -> there.put(List.of(bin.warehouseCode(), bin.code()), bin));
        return wanted.stream()
                .map(bin -> there.get(Arrays.asList(bin.warehouseCode(), bin.code())))
                .toList();
    }

    /** Whether this actor adds and changes bins and moves goods between them. */
    public boolean mayKeep(Actor by) {
        return Stock.isWarehouseStaff(by) || by instanceof Actor.Staff staff && staff.isIn(ADMINISTRATORS);
    }

    /** Adds the bins or changes those with the same warehouse and code. @throws Problem {@code warehouse-only}, {@code invalid-bin} */
    public void save(Actor by, Collection<Bin> bins) {
        requireMayKeep(by);
        List<Violation> wrong = violations(List.copyOf(bins));
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-bin", "The bins cannot be kept", wrong);
        }
        table.save(bins);
    }

    /** What is wrong with them, by place and field as in {@code bins[3].zone}; changes nothing. */
    @Transactional(readOnly = true)
    public List<Violation> violations(List<Bin> bins) {
        Set<String> known = warehouses.all().stream().map(Warehouse::code).collect(Collectors.toSet());
        List<Violation> wrong = new ArrayList<>();
        for (int at = 0; at < bins.size(); at++) {
            Bin bin = bins.get(at);
            String path = "bins[" + at + "].";
            if (!known.contains(bin.warehouseCode())) {
                wrong.add(new Violation(path + "warehouse", "There is no warehouse " + bin.warehouseCode()));
            }
            checkText(path + "code", bin.code(), LONGEST_CODE, wrong);
            checkText(path + "zone", bin.zone(), LONGEST_ZONE, wrong);
            if (bin.pickSequence() < 0) {
                wrong.add(new Violation(path + "pickSequence", "The order of walking counts from 0"));
            }
        }
        return wrong;
    }

    /**
     * Puts goods away: all the warehouse has of the product, or of the batch, lies in that bin from now on. Open pick lists show the new place.
     *
     * @param batch null for goods kept without one
     * @throws Problem {@code warehouse-only}; {@code invalid-move} where there is no such bin or nothing of the goods
     */
    public void move(Actor by, String warehouseCode, String sku, String batch, String toBin) {
        requireMayKeep(by);
        if (toBin == null || table.find(warehouseCode, toBin).isEmpty()) {
            throw Problem.invalid(
                    "invalid-move", "toBin", "There is no bin " + toBin + " in " + warehouseCode + ": add it first");
        }
        StockKey goods = new StockKey(sku, batch == null ? "" : batch);
        if (!table.move(warehouseCode, goods, toBin, by.name())) {
            throw Problem.invalid(
                    "invalid-move",
                    batch == null ? "sku" : "batch",
                    "Nothing of " + sku + (batch == null ? "" : " batch " + batch) + " lies in " + warehouseCode);
        }
    }

    private void requireMayKeep(Actor by) {
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "warehouse-only", "Bins are kept by the warehouse, the stock planners and administrators");
        }
    }

    private static void checkText(String field, String text, int longest, List<Violation> wrong) {
        if (text == null || text.isBlank() || text.length() > longest) {
            wrong.add(new Violation(field, "1 to " + longest + " characters are needed"));
        }
    }
}
