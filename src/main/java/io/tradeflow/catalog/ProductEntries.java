package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products with all that belongs to them, many at a time. */
@Service
public class ProductEntries {

    private static final int BATCH = 500;

    private static final String ENTRIES =
            """
            select p.*,
                   array(select axis from product_attribute a where a.sku = p.sku order by position) as axes,
                   array(select value from product_attribute a where a.sku = p.sku order by position) as axis_values,
                   array(select unit from product_unit u where u.sku = p.sku order by factor, unit) as units,
                   array(select factor from product_unit u where u.sku = p.sku order by factor, unit) as factors
            from product p
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JdbcTemplate longAnswers;
    private final Products products;

    ProductEntries(JdbcClient jdbc, JdbcTemplate batches, DataSource database, Products products) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.longAnswers = new JdbcTemplate(database);
        longAnswers.setFetchSize(BATCH);
        this.products = products;
    }

    /** Those that exist among these SKUs, in one round trip. */
    @Transactional(readOnly = true)
    public Map<String, ProductEntry> bySku(Collection<String> skus) {
        return jdbc
                .sql(ENTRIES + "where p.sku = any (:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> entry(row))
                .stream()
                .collect(Collectors.toMap(entry -> entry.product().sku(), Function.identity()));
    }

    /** All of them by SKU, one after the other; never all in memory where the caller is in a transaction. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<ProductEntry> reader) {
        longAnswers.query(ENTRIES + "order by p.sku", row -> {
            reader.accept(entry(row));
        });
    }

    /**
     * What is wrong with these, by row and field as in {@code products[3].packaging}; changes nothing.
     *
     * @param coming SKUs that are there too once the caller's transaction ends
     */
    public List<Violation> violations(List<ProductEntry> entries, Set<String> coming) {
        List<Violation> found = new ArrayList<>(
                products.violations(entries.stream().map(ProductEntry::product).toList(), coming));
        found.addAll(new ProductEntryRules(products.units(), productsBefore(entries)).violations(entries));
        return found;
    }

    private Map<String, Product> productsBefore(List<ProductEntry> entries) {
        return products.bySku(entries.stream()
                .map(entry -> entry.product().sku())
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * Adds these products or changes those with the same SKU, each with exactly these attributes and packages; all or none.
     *
     * @param coming SKUs that are there too once the caller's transaction ends
     * @throws Problem {@code invalid-products} naming row and field
     */
    @Transactional
    public void saveAll(List<ProductEntry> entries, Set<String> coming) {
        List<Violation> violations = violations(entries, coming);
        if (!violations.isEmpty()) {
            throw Problem.invalid("invalid-products", "The products are not right", violations);
        }
        products.saveAll(entries.stream().map(ProductEntry::product).toList(), coming);
        batches.batchUpdate(
                "update product set gross_weight_kg = ? where sku = ?", entries, BATCH, (statement, entry) -> {
                    statement.setBigDecimal(1, entry.grossWeightKg());
                    statement.setString(2, entry.product().sku());
                });
        saveAttributes(entries);
        savePackaging(entries);
    }

    private void saveAttributes(List<ProductEntry> entries) {
        forget("product_attribute", entries);
        List<Object[]> rows = new ArrayList<>();
        for (ProductEntry entry : entries) {
            int position = 1;
            for (Map.Entry<String, String> value : entry.attributes().entrySet()) {
                rows.add(new Object[] {entry.product().sku(), position++, value.getKey(), value.getValue()});
            }
        }
        batches.batchUpdate("insert into product_attribute (sku, position, axis, value) values (?, ?, ?, ?)", rows);
    }

    private void savePackaging(List<ProductEntry> entries) {
        forget("product_unit", entries);
        List<Object[]> rows = entries.stream()
                .flatMap(entry -> entry.packaging().stream()
                        .map(unit -> new Object[] {entry.product().sku(), unit.unit(), unit.factor()}))
                .toList();
        batches.batchUpdate("insert into product_unit (sku, unit, factor) values (?, ?, ?)", rows);
    }

    private void forget(String table, List<ProductEntry> entries) {
        jdbc.sql("delete from " + table + " where sku = any (:skus)")
                .param(
                        "skus",
                        entries.stream().map(entry -> entry.product().sku()).toArray(String[]::new))
                .update();
    }

    private static ProductEntry entry(ResultSet row) throws SQLException {
        String[] axes = array(row.getArray("axes"), String[].class);
        String[] values = array(row.getArray("axis_values"), String[].class);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < axes.length; i++) {
            attributes.put(axes[i], values[i]);
        }
        String[] units = array(row.getArray("units"), String[].class);
        BigDecimal[] factors = array(row.getArray("factors"), BigDecimal[].class);
        List<PackagingUnit> packaging = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            packaging.add(new PackagingUnit(units[i], factors[i]));
        }
        return new ProductEntry(Products.read(row), row.getBigDecimal("gross_weight_kg"), attributes, packaging);
    }

    private static <T> T array(Array array, Class<T> type) throws SQLException {
        return type.cast(array.getArray());
    }
}
