package io.tradeflow.exchange;

import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.Bins;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The bins of the warehouses as a file. */
@Component
class BinImport implements ImportKind<Bin> {

    private static final List<Column> COLUMNS = List.of(
            new Column("warehouse", true, "Code of the warehouse"),
            new Column("code", true, "What is written on the bin, for example C-01-3"),
            new Column("zone", true, "Part of the warehouse; zones are walked by name"),
            new Column("pickSequence", true, "In which order the bins of the zone are walked, from 0"));

    private final Bins bins;

    BinImport(Bins bins) {
        this.bins = bins;
    }

    @Override
    public String code() {
        return "bins";
    }

    @Override
    public String label() {
        return "Bins";
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
    public Function<CellReader, Bin> reader() {
        return BinImport::read;
    }

    private static Bin read(CellReader cells) {
        return new Bin(
                cells.required("warehouse"),
                cells.required("code"),
                cells.required("zone"),
                cells.whole("pickSequence", -1));
    }

    @Override
    public List<Object> key(Bin bin) {
        return Arrays.asList(bin.warehouseCode(), bin.code());
    }

    @Override
    public Map<String, String> cells(Bin bin) {
        return new Cells()
                .put("warehouse", bin.warehouseCode())
                .put("code", bin.code())
                .put("zone", bin.zone())
                .put("pickSequence", bin.pickSequence())
                .byColumn();
    }

    @Override
    public List<Bin> known(List<Bin> wanted) {
        return bins.known(wanted);
    }

    @Override
    public List<Violation> violations(List<Bin> wanted, ImportRun run) {
        return bins.violations(wanted);
    }

    @Override
    public void save(List<Bin> wanted, ImportRun run) {
        bins.save(Actor.PROGRAM, wanted);
    }

    @Override
    public void forEach(Consumer<Bin> reader) {
        bins.forEach(reader);
    }
}
