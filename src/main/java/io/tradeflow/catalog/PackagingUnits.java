package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which packages products are sold besides their own unit. */
@Service
public class PackagingUnits {

    private static final int DECIMALS = 6;

    private record Row(String sku, PackagingUnit unit) {}

    private final JdbcClient jdbc;
    private final Products products;

    PackagingUnits(JdbcClient jdbc, Products products) {
        this.jdbc = jdbc;
        this.products = products;
    }

    /** By SKU, smallest package first, in one round trip; products without packages are absent. */
    @Transactional(readOnly = true)
    public Map<String, List<PackagingUnit>> of(Collection<String> skus) {
        return jdbc
                .sql("select sku, unit, factor from product_unit where sku = any (:skus) order by sku, factor, unit")
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> new Row(
                        row.getString("sku"), new PackagingUnit(row.getString("unit"), row.getBigDecimal("factor"))))
                .stream()
                .collect(Collectors.groupingBy(Row::sku, Collectors.mapping(Row::unit, Collectors.toList())));
    }

    /**
     * The packages of a product from now on.
     *
     * @throws Problem {@code invalid-units} naming the field, e.g. {@code units[0].factor}
     */
    @Transactional
    public void save(String sku, List<PackagingUnit> units) {
        check(products.product(sku), units);
        jdbc.sql("delete from product_unit where sku = :sku").param("sku", sku).update();
        units.forEach(unit -> jdbc.sql("insert into product_unit (sku, unit, factor) values (:sku, :unit, :factor)")
                .param("sku", sku)
                .param("unit", unit.unit())
                .param("factor", unit.factor())
                .update());
    }

    private void check(Product product, List<PackagingUnit> units) {
        Set<String> known =
                jdbc.sql("select code from unit_code").query(String.class).set();
        Set<String> seen = new HashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            PackagingUnit unit = units.get(i);
            String row = "units[" + i + "].";
            if (!known.contains(unit.unit())) {
                wrong.add(new Violation(row + "unit", "'" + unit.unit() + "' is no unit quantity code (UQC)"));
            } else if (unit.unit().equals(product.unit()) || !seen.add(unit.unit())) {
                wrong.add(new Violation(row + "unit", unit.unit() + " is there already"));
            }
            if (!isFactor(unit.factor())) {
                wrong.add(new Violation(row + "factor", "is more than zero, not one, with at most 6 decimals"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-units", "The packaging units are not right", wrong);
        }
    }

    static boolean isFactor(BigDecimal factor) {
        return factor.signum() > 0 && factor.compareTo(BigDecimal.ONE) != 0 && factor.scale() <= DECIMALS;
    }
}
