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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The barcodes of products and their packages. */
@Service
@Transactional
public class Barcodes {

    private final JdbcClient jdbc;
    private final Products products;
    private final PackagingUnits units;

    Barcodes(JdbcClient jdbc, Products products, PackagingUnits units) {
        this.jdbc = jdbc;
        this.products = products;
        this.units = units;
    }

    /** @param gtin valid, of any length */
    @Transactional(readOnly = true)
    public Optional<Barcode> find(String gtin) {
        return jdbc.sql("select sku, gtin, unit from product_gtin where gtin = :gtin")
                .param("gtin", Gs1.gtin14(gtin))
                .query(Barcode.class)
                .optional();
    }

    /** By SKU and GTIN. */
    @Transactional(readOnly = true)
    public List<Barcode> of(Collection<String> skus) {
        return jdbc.sql("select sku, gtin, unit from product_gtin where sku = any(:skus) order by sku, gtin")
                .param("skus", skus.toArray(String[]::new))
                .query(Barcode.class)
                .list();
    }

    @Transactional(readOnly = true)
    public void forEach(Consumer<Barcode> reader) {
        jdbc.sql("select sku, gtin, unit from product_gtin order by sku, gtin")
                .query(Barcode.class)
                .list()
                .forEach(reader);
    }

    /** What is there of these GTINs, in their order; null where nothing is. */
    @Transactional(readOnly = true)
    public List<Barcode> known(List<Barcode> wanted) {
        Map<String, Barcode> there = new HashMap<>();
        forEach(barcode -> there.put(barcode.gtin(), barcode));
        return wanted.stream()
                .map(barcode -> Gs1.isGtin(barcode.gtin()) ? there.get(Gs1.gtin14(barcode.gtin())) : null)
                .toList();
    }

    /** Adds these or changes what bears them. @throws Problem {@code catalogue-only}, {@code invalid-barcode} */
    public void save(Actor by, List<Barcode> barcodes) {
        ProductChanges.requireMayChange(by);
        List<Violation> wrong = violations(barcodes);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-barcode", "The barcodes cannot be kept", wrong);
        }
        jdbc.sql(
                        """
                        insert into product_gtin (gtin, sku, unit)
                        select * from unnest(:gtins::varchar[], :skus::varchar[], :units::varchar[])
                        on conflict (gtin) do update set sku = excluded.sku, unit = excluded.unit
                        """)
                .param(
                        "gtins",
                        barcodes.stream().map(Barcode::gtin).map(Gs1::gtin14).toArray(String[]::new))
                .param("skus", barcodes.stream().map(Barcode::sku).toArray(String[]::new))
                .param("units", barcodes.stream().map(Barcode::unit).toArray(String[]::new))
                .update();
    }

    /** What is wrong with them, as in {@code barcodes[3].gtin}; changes nothing. */
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
            if (!Gs1.isGtin(barcode.gtin())) {
                wrong.add(new Violation(
                        path + "gtin", "A GTIN has 8, 12, 13 or 14 digits, and the last one checks the others"));
            } else if (!seen.add(Gs1.gtin14(barcode.gtin()))) {
                wrong.add(new Violation(path + "gtin", "This GTIN is there twice"));
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
