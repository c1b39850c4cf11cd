package io.tradeflow.catalog;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue. */
@Service
public class Products {

    private static final int BATCH = 500;

    private static final String SAVE =
            """
            insert into product (sku, name, family, variant, category_code, hsn, unit, minimum_order_quantity, order_multiple,
                                 batch_tracked, cost, cost_currency, active)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update set
                name = excluded.name, family = excluded.family, variant = excluded.variant,
                category_code = excluded.category_code, hsn = excluded.hsn,
                unit = excluded.unit, minimum_order_quantity = excluded.minimum_order_quantity,
                order_multiple = excluded.order_multiple, batch_tracked = excluded.batch_tracked,
                cost = excluded.cost, cost_currency = excluded.cost_currency, active = excluded.active
            """;

    /** What holds every word, an SKU that begins with the text first; only where nothing does, what resembles the text. */
    private static final String SEARCH =
            """
            select * from product
            where active and (%1$s
                or :text <%% search_text and not exists (select 1 from product where active and %1$s))
            order by starts_with(lower(sku), :text) desc, word_similarity(:text, search_text) desc, sku
            offset :offset limit :limit
            """;

    /** Words of a search beyond these do not count. */
    private static final int MOST_WORDS = 8;

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
                .stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    /**
     * Active products whose SKU, name, variant or family matches, best first; typing errors are forgiven. Without a text all
     * active products by SKU.
     */
    public List<Product> search(String text, int offset, int limit) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return jdbc.sql("select * from product where active order by sku offset :offset limit :limit")
                    .param("offset", offset)
                    .param("limit", limit)
                    .query((row, index) -> read(row))
                    .list();
        }
        List<String> patterns = patterns(wanted);
        String holdsEveryWord = IntStream.range(0, patterns.size())
                .mapToObj(word -> "search_text like :word" + word)
                .collect(Collectors.joining(" and "));
        StatementSpec search = jdbc.sql(SEARCH.formatted(holdsEveryWord))
                .param("text", wanted)
                .param("offset", offset)
                .param("limit", limit);
        for (int word = 0; word < patterns.size(); word++) {
            search = search.param("word" + word, patterns.get(word));
        }
        return search.query((row, index) -> read(row)).list();
    }

    /**
     * Adds these products or changes those with the same SKU; all or none.
     *
     * @throws Problem {@code invalid-products} naming row and field, e.g. {@code products[3].hsn}
     */
    @Transactional
    public void saveAll(List<Product> products) {
        List<Violation> violations = new ProductRules(units(), categories.codes()).violations(products);
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
            statement.setBoolean(13, product.active());
        });
    }

    private Set<String> units() {
        return jdbc.sql("select code from unit_code").query(String.class).set();
    }

    /** One LIKE pattern per word, with what LIKE would read as a wildcard taken literally. */
    private static List<String> patterns(String text) {
        return Stream.of(text.split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static Product read(ResultSet row) throws SQLException {
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
                row.getBoolean("active"));
    }
}
