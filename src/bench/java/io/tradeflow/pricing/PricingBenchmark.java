package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.database.BenchDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A quote of 500 lines over 100,000 SKUs and 1,000,000 price rows, beside SQL written by hand that fetches the same rows and does nothing
 * with them. Both in the same run, by turns, warm; medians. Run with {@code mvn -Pbench test -Dtest=PricingBenchmark}.
 */
class PricingBenchmark {

    private static final Path FOLDER = Path.of("target/bench-pricing");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int SKUS = 100_000;
    private static final int LINES = 500;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;
    private static final BigDecimal MOST = new BigDecimal("2");

    private static final List<String> STOCKING = List.of(
            "insert into category (code, name) select 'TOP-' || n, 'Top ' || n from generate_series(1, 10) n",
            "insert into category (code, name, parent_code) select 'MID-' || n, 'Middle ' || n, 'TOP-' || (n % 10 + 1)"
                    + " from generate_series(1, 100) n",
            "insert into category (code, name, parent_code) select 'LEAF-' || n, 'Leaf ' || n, 'MID-' || (n % 100 + 1)"
                    + " from generate_series(1, 1000) n",
            "insert into product (sku, name, family, hsn, unit, minimum_order_quantity, order_multiple, batch_tracked, cost,"
                    + " cost_currency, category_code) select 'SKU-' || n, 'Part ' || n, 'Parts', '8481', 'NOS', 1, 1, false,"
                    + " 60, 'INR', 'LEAF-' || (n % 1000 + 1) from generate_series(1, 100000) n",
            rows("'BASE'", "null", "'SKU-' || n", "from (values (1), (10), (100)) t (q), generate_series(1, 100000) n"),
            rows(
                    "'GROUP'",
                    "'TIER-' || g",
                    "'SKU-' || n",
                    "from (values (1), (50)) t (q), generate_series(1, 2) g," + " generate_series(1, 100000) n"),
            rows("'CHANNEL'", "'PORTAL'", "'SKU-' || n", "from (values (1)) t (q), generate_series(1, 100000) n"),
            rows(
                    "'CUSTOMER'",
                    "'BUYER-' || b",
                    "'SKU-' || ((b * 977 + n * 13) % 100000 + 1)",
                    "from (values (10)) t (q)," + " generate_series(1, 200) b, generate_series(1, 999) n"),
            "insert into price_row (level, owner, category_code, currency, from_quantity, percent, percent_of, valid_from)"
                    + " select 'GROUP', 'TIER-1', 'MID-' || n, 'INR', 1, -5, 'LIST', date '2026-04-01'"
                    + " from generate_series(1, 100) n",
            "insert into price_row (level, owner, category_code, currency, from_quantity, percent, percent_of, valid_from)"
                    + " select 'CUSTOMER', 'BUYER-' || b, 'TOP-' || n, 'INR', 100, -2, 'BELOW', date '2026-04-01'"
                    + " from generate_series(1, 7) n, generate_series(1, 14) b",
            "insert into price_floor (currency, over_cost, valid_from) values ('INR', 10, date '2026-04-01')",
            "insert into price_row (level, owner, category_code, currency, from_quantity, percent, percent_of, valid_from)"
                    + " select 'CHANNEL', 'PORTAL', 'TOP-1', 'INR', n, -1, 'BELOW', date '2026-04-01'"
                    + " from generate_series(1, 1000000 - (select count(*) from price_row)::integer) n",
            "analyze");

    private static final String BY_HAND =
            """
            select * from price_row where sku = any (?) and currency = 'INR'
              and (level = 'BASE' or level = 'CUSTOMER' and owner = ? or level = 'GROUP' and owner = ?
                   or level = 'CHANNEL' and owner = ?)
            """;

    private static final String RULES_BY_HAND =
            """
            select * from price_row where sku is null and currency = 'INR' and category_code = any (?)
              and (level = 'CUSTOMER' and owner = ? or level = 'GROUP' and owner = ? or level = 'CHANNEL' and owner = ?)
            """;

    private static final String PRODUCTS_BY_HAND =
            "select sku, unit, cost, cost_currency, category_code from product where sku = any (?)";

    private final Random random = new Random(20261123);

    private static String rows(String level, String owner, String sku, String from) {
        return "insert into price_row (level, owner, sku, currency, from_quantity, unit_price, valid_from)"
                + " select " + level + ", " + owner + ", " + sku
                + ", 'INR', q, 100 - length(q::text) * 2, date '2026-04-01' " + from
                + " on conflict do nothing";
    }

    @Test
    void aQuoteOfFiveHundredLines() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        try (BenchDatabase database = BenchDatabase.start(FOLDER)) {
            DataSource pool = database.pool();
            Flyway.configure().dataSource(pool).load().migrate();
            JdbcClient jdbc = JdbcClient.create(pool);
            STOCKING.forEach(statement -> jdbc.sql(statement).update());
            measure(pool, jdbc);
        }
    }

    private void measure(DataSource pool, JdbcClient jdbc) throws SQLException {
        Prices prices = new Prices(
                new PriceTable(jdbc, new JdbcTemplate(pool)),
                new KnownPriceRows(jdbc, pool),
                new PricePolicyTable(jdbc),
                new UnitCosts(null),
                null,
                null);
        List<Long> resolved = new ArrayList<>();
        List<Long> byHand = new ArrayList<>();
        long rows = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            PriceRequest request = request();
            // by turns, now the one first, now the other
            long ours = 0;
            if (round % 2 == 0) {
                ours = timed(() -> assertThat(prices.resolve(request)).hasSize(LINES));
            }
            long[] fetched = new long[1];
            long theirs = timed(() -> fetched[0] = fetch(pool, request));
            if (round % 2 != 0) {
                ours = timed(() -> assertThat(prices.resolve(request)).hasSize(LINES));
            }
            if (round >= 0) {
                resolved.add(ours);
                byHand.add(theirs);
                rows += fetched[0];
            }
        }
        report(jdbc, median(resolved), median(byHand), rows / ROUNDS);
    }

    private static void report(JdbcClient jdbc, long resolved, long byHand, long rows) {
        BigDecimal ratio = BigDecimal.valueOf(resolved).divide(BigDecimal.valueOf(byHand), 2, RoundingMode.HALF_UP);
        System.out.printf(
                "PRICING %,d SKUs, %,d price rows, %d lines, %,d rows fetched: resolved in %.2f ms, by hand %.2f ms, ratio %s%n",
                count(jdbc, "product"), count(jdbc, "price_row"), LINES, rows, resolved / 1e6, byHand / 1e6, ratio);
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private PriceRequest request() {
        int buyer = random.nextInt(200) + 1;
        List<PriceRequest.Line> lines = random.ints(1, SKUS + 1)
                .distinct()
                .limit(LINES)
                .mapToObj(n -> new PriceRequest.Line(n, "SKU-" + n, BigDecimal.valueOf(n % 120 + 1)))
                .toList();
        return new PriceRequest("BUYER-" + buyer, "TIER-1", "TRADE", "PORTAL", "INR", DAY, lines);
    }

    private static long fetch(DataSource pool, PriceRequest request) throws SQLException {
        String[] skus = request.lines().stream().map(PriceRequest.Line::sku).toArray(String[]::new);
        try (Connection connection = pool.getConnection()) {
            long rows = 0;
            List<String> categories = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(PRODUCTS_BY_HAND)) {
                statement.setArray(1, connection.createArrayOf("varchar", skus));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows += read(result);
                        int leaf = Integer.parseInt(
                                result.getString("category_code").substring(5));
                        categories.addAll(Arrays.asList(
                                "LEAF-" + leaf, "MID-" + (leaf % 100 + 1), "TOP-" + ((leaf % 100 + 1) % 10 + 1)));
                    }
                }
            }
            rows += rows(connection, BY_HAND, skus, request);
            return rows
                    + rows(
                            connection,
                            RULES_BY_HAND,
                            categories.stream().distinct().toArray(String[]::new),
                            request);
        }
    }

    private static long rows(Connection connection, String sql, String[] keys, PriceRequest request)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("varchar", keys));
            statement.setString(2, request.buyerCode());
            statement.setString(3, request.priceTier());
            statement.setString(4, request.channel());
            long rows = 0;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows += read(result);
                }
            }
            return rows;
        }
    }

    /** Every column, as whoever fetches a row would. */
    private static int read(ResultSet result) throws SQLException {
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            result.getObject(column);
        }
        return 1;
    }

    private interface Deed {
        void run() throws SQLException;
    }

    private static long timed(Deed deed) throws SQLException {
        long before = System.nanoTime();
        deed.run();
        return System.nanoTime() - before;
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
