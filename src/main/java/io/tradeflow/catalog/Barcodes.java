package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Gs1;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The barcodes of products and their packages. */
@Service
@Transactional
public class Barcodes {

    private static final Pattern GTIN_LENGTH = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern ANY_CODE = Pattern.compile("[A-Z0-9][A-Z0-9./+-]{2,47}");

    private final JdbcClient jdbc;
    private final Products products;
    private final PackagingUnits units;

    Barcodes(JdbcClient jdbc, Products products, PackagingUnits units) {
        this.jdbc = jdbc;
        this.products = products;
        this.units = units;
    }

    /** @param code as it was scanned */
    @Transactional(readOnly = true)
    public Optional<Barcode> find(String code) {
        return jdbc.sql("select sku, code, unit from product_barcode where code = :code")
                .param("code", kept(code))
                .query(Barcode.class)
                .optional();
    }

    /** By SKU and code. */
    @Transactional(readOnly = true)
    public List<Barcode> of(Collection<String> skus) {
        return jdbc.sql("select sku, code, unit from product_barcode where sku = any(:skus) order by sku, code")
                .param("skus", skus.toArray(String[]::new))
                .query(Barcode.class)
                .list();
    }

    @Transactional(readOnly = true)
    public void forEach(Consumer<Barcode> reader) {
        jdbc.sql("select sku, code, unit from product_barcode order by sku, code")
                .query(Barcode.class)
                .list()
                .forEach(reader);
    }

    /** What is there of these codes, in their order; null where nothing is. */
    @Transactional(readOnly = true)
    public List<Barcode> known(List<Barcode> wanted) {
        Map<String, Barcode> there = new HashMap<>();
        forEach(barcode -> there.put(barcode.code(), barcode));
        return wanted.stream()
                .map(barcode -> barcode.code() == null ? null : there.get(kept(barcode.code())))
                .toList();
    }

    /** Adds these or changes what bears them. @throws Problem {@code catalogue-only}, {@code invalid-barcode} */
    public void save(Actor by, List<Barcode> barcodes) {
        ProductChanges.requireMayChange(by);
        List<Violation> wrong = violations(barcodes);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-barcode", "The barcodes cannot be kept", wrong);
        }
        insert(barcodes, "on conflict (code) do update set sku = excluded.sku, unit = excluded.unit");
    }

    /**
     * The barcodes of a product from now on; those it had and that are not among them are free again.
     *
     * @throws Problem {@code catalogue-only}; {@code invalid-barcode}, also for one that another product bears
     */
    public void replace(Actor by, String sku, List<Barcode> barcodes) {
        ProductChanges.requireMayChange(by);
        List<Violation> wrong = violations(barcodes);
        List<Barcode> known = known(barcodes);
        for (int at = 0; at < barcodes.size(); at++) {
            Barcode there = known.get(at);
            if (there != null && !there.sku().equals(sku)) {
                wrong.add(new Violation(
                        "barcodes[" + at + "].code", barcodes.get(at).code() + " is a barcode of " + there.sku()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-barcode", "The barcodes cannot be kept", wrong);
        }
        jdbc.sql("delete from product_barcode where sku = :sku")
                .param("sku", sku)
                .update();
        insert(barcodes, "");
    }

    private void insert(List<Barcode> barcodes, String onConflict) {
        jdbc.sql(
                        """
                        insert into product_barcode (code, sku, unit)
                        select * from unnest(:codes::varchar[], :skus::varchar[], :units::varchar[])
                        """
                                + onConflict)
                .param(
                        "codes",
                        barcodes.stream().map(Barcode::code).map(Barcodes::kept).toArray(String[]::new))
                .param("skus", barcodes.stream().map(Barcode::sku).toArray(String[]::new))
                .param("units", barcodes.stream().map(Barcode::unit).toArray(String[]::new))
                .update();
    }

    /** As the table has it: a GTIN with 14 digits, all else in capitals. */
    private static String kept(String code) {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        return Gs1.isGtin(plain) ? Gs1.gtin14(plain) : plain;
    }

    /** What is wrong with them, as in {@code barcodes[3].code}; changes nothing. */
    @Transactional(readOnly = true)
    public List<Violation> violations(List<Barcode> barcodes) {
        Set<String> skus =
                barcodes.stream().map(Barcode::sku).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Product> known = products.bySku(skus);
        Map<String, List<PackagingUnit>> packages = units.of(skus);
        Set<String> seen = new HashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (int at = 0; at < barcodes.size(); at++) {
            Barcode barcode = barcodes.get(at);
            String path = "barcodes[" + at + "].";
            if (barcode.sku() == null || !known.containsKey(barcode.sku())) {
                wrong.add(new Violation(path + "sku", "There is no product " + barcode.sku()));
            }
            String code = barcode.code() == null ? "" : kept(barcode.code());
            if (GTIN_LENGTH.matcher(code).matches() && !Gs1.isGtin(code)) {
                wrong.add(new Violation(
                        path + "code",
                        code + " is no GTIN: the last digit does not check the others, probably a typing error"));
            } else if (!ANY_CODE.matcher(code).matches()) {
                wrong.add(new Violation(
                        path + "code",
                        "A GTIN of 8, 12, 13 or 14 digits, or 3 to 48 capitals and digits with . / + - among them"));
            } else if (!seen.add(code)) {
                wrong.add(new Violation(path + "code", "This barcode is there twice"));
            }
            if (barcode.unit() != null
                    && packages.getOrDefault(barcode.sku(), List.of()).stream()
                            .noneMatch(unit -> unit.unit().equals(barcode.unit()))) {
                wrong.add(new Violation(path + "unit", barcode.sku() + " is not packed in " + barcode.unit()));
            }
        }
        return wrong;
    }

    /** How many of the product's own unit one scan of it stands for. */
    @Transactional(readOnly = true)
    public BigDecimal pieces(Barcode barcode) {
        return units.of(List.of(barcode.sku())).getOrDefault(barcode.sku(), List.of()).stream()
                .filter(unit -> unit.unit().equals(barcode.unit()))
                .map(PackagingUnit::factor)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }
}
