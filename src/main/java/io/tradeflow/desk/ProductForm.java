package io.tradeflow.desk;

import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A product as it is typed: variants, packages and barcodes a line each, "Size: DN 25", "BOX 12" and "BOX 18900000000019". */
record ProductForm(
        Product product, Map<String, String> attributes, List<PackagingUnit> packaging, List<Barcode> barcodes) {

    static final String ATTRIBUTES = "attributes";
    static final String PACKAGING = "packaging";
    static final String BARCODES = "barcodes";

    /** @throws Problem {@code invalid-form} naming what cannot be read */
    static ProductForm read(Map<String, String> fields, String currency) {
        TypedForm form = new TypedForm(fields);
        BigDecimal minimum = form.decimal("minimumOrderQuantity");
        BigDecimal multiple = form.decimal("orderMultiple");
        BigDecimal cost = form.decimal("cost");
        BigDecimal weight = form.decimal("grossWeightKg");
        ProductStatus status = form.choice("status", ProductStatus.class);
        form.requireReadable();
        Product product = new Product(
                form.text("sku"),
                form.text("name"),
                form.text("family"),
                form.text("variant"),
                form.text("category"),
                form.text("hsn"),
                form.text("unit"),
                minimum,
                multiple,
                form.text("batchTracked") != null,
                cost == null ? null : Money.of(cost, currency),
                status,
                form.text("successor"),
                weight);
        return new ProductForm(
                product,
                attributes(form.text(ATTRIBUTES)),
                packaging(form.text(PACKAGING)),
                barcodes(product.sku(), form.text(BARCODES)));
    }

    /** The form's fields with what the product has. */
    static Map<String, String> fields(
            Product product, Map<String, String> attributes, List<PackagingUnit> packaging, List<Barcode> barcodes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sku", product.sku());
        fields.put("name", product.name());
        fields.put("family", product.family());
        fields.put("variant", product.variant());
        fields.put("category", product.category());
        fields.put("hsn", product.hsn());
        fields.put("unit", product.unit());
        fields.put("minimumOrderQuantity", plain(product.minimumOrderQuantity()));
        fields.put("orderMultiple", plain(product.orderMultiple()));
        fields.put("batchTracked", product.batchTracked() ? "on" : null);
        fields.put("cost", product.cost().toDocumentScale().toPlainString());
        fields.put("grossWeightKg", product.grossWeightKg() == null ? null : plain(product.grossWeightKg()));
        fields.put("status", product.status().name());
        fields.put("successor", product.successor());
        fields.put(
                ATTRIBUTES,
                attributes.entrySet().stream()
                        .map(value -> value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining("\n")));
        fields.put(
                PACKAGING,
                packaging.stream()
                        .map(unit -> unit.unit() + " " + plain(unit.factor()))
                        .collect(Collectors.joining("\n")));
        fields.put(
                BARCODES,
                barcodes.stream()
                        .map(barcode -> (barcode.unit() == null ? "" : barcode.unit() + " ") + barcode.code())
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String line : lines(text)) {
            String[] parts = line.split(":", 2);
            if (parts.length < 2 || attributes.put(parts[0].strip(), parts[1].strip()) != null) {
                throw Problem.invalid(
                        "invalid-form",
                        ATTRIBUTES,
                        "'" + line + "' is not an axis of its own and a value, like Size: DN 25");
            }
        }
        return attributes;
    }

    private static List<PackagingUnit> packaging(String text) {
        List<PackagingUnit> packaging = new ArrayList<>();
        List<Violation> wrong = new ArrayList<>();
        for (String line : lines(text)) {
            String[] parts = line.split("\\s+");
            try {
                packaging.add(new PackagingUnit(parts[0].toUpperCase(Locale.ROOT), new BigDecimal(parts[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                wrong.add(new Violation(PACKAGING, "'" + line + "' is not a unit and a number, like BOX 12"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-form", "The form has fields that need correction", wrong);
        }
        return packaging;
    }

    /** What is wrong with a code the catalogue knows; only the shape of a line is read here. */
    private static List<Barcode> barcodes(String sku, String text) {
        List<Barcode> barcodes = new ArrayList<>();
        for (String line : lines(text)) {
            String[] parts = line.split("\\s+");
            if (parts.length > 2) {
                throw Problem.invalid(
                        "invalid-form", BARCODES, "'" + line + "' is not a barcode, or a unit and a barcode");
            }
            barcodes.add(new Barcode(
                    sku, parts[parts.length - 1], parts.length == 2 ? parts[0].toUpperCase(Locale.ROOT) : null));
        }
        return barcodes;
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
