package io.tradeflow.exchange;

import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.Barcodes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Gs1;
import io.tradeflow.kernel.Problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The barcodes of products as a file. */
@Component
class BarcodeImport implements ImportKind<Barcode> {

    private static final List<Column> COLUMNS = List.of(
            new Column("sku", true, "The product"),
            new Column("code", true, "GTIN of 8, 12, 13 or 14 digits with the check digit, or a code of another kind"),
            new Column(
                    "unit", false, "The packaging unit that bears it, for example BOX; empty for the product's own"));

    private final Barcodes barcodes;

    BarcodeImport(Barcodes barcodes) {
        this.barcodes = barcodes;
    }

    @Override
    public String code() {
        return "barcodes";
    }

    @Override
    public String label() {
        return "Barcodes";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return ProductImport.KEEP_THE_CATALOGUE;
    }

    @Override
    public Function<CellReader, Barcode> reader() {
        return BarcodeImport::read;
    }

    private static Barcode read(CellReader cells) {
        String code = cells.required("code");
        return new Barcode(cells.required("sku"), Gs1.isGtin(code) ? Gs1.gtin14(code) : code, cells.text("unit"));
    }

    @Override
    public List<Object> key(Barcode barcode) {
        return Arrays.asList(barcode.code());
    }

    @Override
    public Map<String, String> cells(Barcode barcode) {
        return new Cells()
                .put("sku", barcode.sku())
                .put("code", barcode.code())
                .put("unit", barcode.unit())
                .byColumn();
    }

    @Override
    public List<Barcode> known(List<Barcode> wanted) {
        return barcodes.known(wanted);
    }

    @Override
    public List<Violation> violations(List<Barcode> wanted, ImportRun run) {
        return barcodes.violations(wanted);
    }

    @Override
    public void save(List<Barcode> wanted, ImportRun run) {
        barcodes.save(Actor.PROGRAM, wanted);
    }

    @Override
    public void forEach(Consumer<Barcode> reader) {
        barcodes.forEach(reader);
    }
}
