package io.tradeflow.catalog;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue. */
@Service
public class Products {

    private static final int BATCH = 500;

    private static final String SAVE =
            """
            insert into product (sku, name, family, variant, category_code, hsn, unit, minimum_order_quantity, order_multiple,
                                 batch_tracked, cost, cost_currency, status, successor_sku, gross_weight_kg)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update set
                name = excluded.name, family = excluded.family, variant = excluded.variant,
                category_code = excluded.category_code, hsn = excluded.hsn,
                unit = excluded.unit, minimum_order_quantity = excluded.minimum_order_quantity,
                order_multiple = excluded.order_multiple, batch_tracked = excluded.batch_tracked,
                cost = excluded.cost, cost_currency = excluded.cost_currency, status = excluded.status, successor_sku = excluded.successor_sku,
                gross_weight_kg = excluded.gross_weight_kg
            """;

    private static final String LEARN_WORDS =
            """
            insert into catalog_word
            select distinct word from product, unnest(tsvector_to_array(search_words)) word
            where sku = any (:skus) and word ~ '^[[:alpha:]]{3,}$'
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Categories categories;

    Products(JdbcClient jdbc, JdbcTemplate batches, Categories categories) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.categories = categories;
    }

    /** @throws Problem not-found */
    public Product product(String sku) {
        return jdbc.sql("select * from product where sku = :sku")
                .param("sku", sku)
                .query((row, index) -> read(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("product", sku));
    }

    /** The products that exist among these SKUs, in one round trip. */
    public Map<String, Product> bySku(Collection<String> skus) {
        return jdbc
                .sql("select * from product where sku = any (:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    /**
     * Adds these products or changes those with the same SKU; all or none.
     *
     * @throws Problem {@code invalid-products} naming row and field, e.g. {@code products[3].hsn}
     */
    @Transactional
    public void saveAll(List<Product> products) {
        saveAll(products, Set.of());
    }

    /** @param coming SKUs that are there too once the caller's transaction ends */
    List<Violation> violations(List<Product> products, Set<String> coming) {
        Set<String> successors = successorsAmong(products);
        successors.addAll(coming);
        return new ProductRules(units(), categories.codes(), successors).violations(products);
    }

    /** @param coming SKUs that are there too once the caller's transaction ends */
    @Transactional
    void saveAll(List<Product> products, Set<String> coming) {
        List<Violation> violations = violations(products, coming);
        if (!violations.isEmpty()) {
            throw Problem.invalid("invalid-products", "The products are not right", violations);
        }
        batches.batchUpdate(SAVE, products, BATCH, (statement, product) -> {
            statement.setString(1, product.sku());
            statement.setString(2, product.name());
            statement.setString(3, product.family());
            statement.setString(4, product.variant());
            statement.setString(5, product.category());
            statement.setString(6, product.hsn());
            statement.setString(7, product.unit());
            statement.setBigDecimal(8, product.minimumOrderQuantity());
            statement.setBigDecimal(9, product.orderMultiple());
            statement.setBoolean(10, product.batchTracked());
            statement.setBigDecimal(11, product.cost().amount());
            statement.setString(12, product.cost().currency().getCurrencyCode());
            statement.setString(13, product.status().name());
            statement.setString(14, product.successor());
            statement.setBigDecimal(15, product.grossWeightKg());
        });
        learnWords(products);
    }

    /** So that a search can tell what a mistyped word was meant to be. */
    private void learnWords(List<Product> products) {
        jdbc.sql(LEARN_WORDS)
                .param("skus", products.stream().map(Product::sku).toArray(String[]::new))
                .update();
    }

    private Set<String> successorsAmong(List<Product> products) {
        Set<String> named = products.stream()
                .map(Product::successor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> there =
                named.isEmpty() ? new HashSet<>() : new HashSet<>(bySku(named).keySet());
        products.stream().map(Product::sku).filter(Objects::nonNull).forEach(there::add);
        return there;
    }

    /** How many can be inquired and quoted. */
    public int countActive() {
        return jdbc.sql("select count(*) from product where status = 'ACTIVE'")
                .query(Integer.class)
                .single();
    }

    /** The HSN codes of all that can be inquired and quoted. */
    public Set<String> activeHsnCodes() {
        return jdbc.sql("select distinct hsn from product where status = 'ACTIVE'")
                .query(String.class)
                .set();
    }

    /** The unit quantity codes there are. */
    public Set<String> units() {
        return jdbc.sql("select code from unit_code").query(String.class).set();
    }

    static Product read(ResultSet row) throws SQLException {
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("family"),
                row.getString("variant"),
                row.getString("category_code"),
                row.getString("hsn"),
                row.getString("unit"),
                row.getBigDecimal("minimum_order_quantity"),
                row.getBigDecimal("order_multiple"),
                row.getBoolean("batch_tracked"),
                Money.of(row.getBigDecimal("cost"), row.getString("cost_currency")),
                ProductStatus.valueOf(row.getString("status")),
                row.getString("successor_sku"),
                row.getBigDecimal("gross_weight_kg"));
    }
}
