package io.tradeflow.inventory;

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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Allocations a second on one hot product and on a thousand, beside the same rows locked, written and committed by bare JDBC, by turns in the
 * same run, on a server that forces every commit to the disk. Reading the order itself is left out on both sides. Run with
 * {@code mvn -Pbench test -Dtest=AllocationBenchmark}.
 */
class AllocationBenchmark {

    private static final Path FOLDER = Path.of("target/bench-allocation");
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final int THREADS = 8;
    private static final int ORDERS = 1_000;
    private static final int WARMING_UP = 6;
    private static final int ROUNDS = 5;
    private static final BigDecimal LEAST = new BigDecimal("0.5");

    private StockRoom room;
    private DataSource pool;

    @Test
    void allocationsASecond() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        try (BenchDatabase database = BenchDatabase.start(FOLDER)) {
            pool = database.pool();
            Flyway.configure().dataSource(pool).load().migrate();
            try (StockRoom opened = new StockRoom(url(pool))) {
                room = opened;
                room.furnish();
                List<String> hot = List.of(stocked());
                List<String> many = new ArrayList<>();
                for (int product = 0; product < 1_000; product++) {
                    many.add(stocked());
                }
                compare("one hot SKU", hot);
                compare("1,000 SKUs", many);
                assertThat(room.stock.reconcile()).isEmpty();
            }
        }
    }

    private void compare(String name, List<String> skus) throws Exception {
        List<BigDecimal> ours = new ArrayList<>();
        List<BigDecimal> bare = new ArrayList<>();
        for (int round = 0; round < WARMING_UP + ROUNDS; round++) {
            List<Callable<Void>> allocating = new ArrayList<>();
            List<Callable<Void>> byHand = new ArrayList<>();
            for (int number = 0; number < ORDERS; number++) {
                String sku = skus.get(number % skus.size());
                String first = room.order(sku, "1");
                allocating.add(() -> {
                    assertThat(room.allocations.allocate(first, "MH-1")).isEqualTo(Allocations.Outcome.ALL);
                    return null;
                });
                String second = room.order(sku, "1");
                byHand.add(() -> {
                    byHand(second, sku);
                    return null;
                });
            }
            BigDecimal ourRate = perSecond(allocating);
            BigDecimal bareRate = perSecond(byHand);
            if (round >= WARMING_UP) {
                ours.add(ourRate);
                bare.add(bareRate);
            }
        }
        BigDecimal ourRate = median(ours);
        BigDecimal bareRate = median(bare);
        BigDecimal ratio = ourRate.divide(bareRate, 2, RoundingMode.HALF_UP);
        System.out.printf(
                "ALLOCATION %s, %d threads: %s a second, by bare JDBC %s, ratio %s%n",
                name, THREADS, ourRate, bareRate, ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(LEAST);
    }

    private String stocked() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "1000000");
        return sku;
    }

    private static BigDecimal perSecond(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        long took = System.nanoTime() - start;
        threads.shutdown();
        return BigDecimal.valueOf(work.size() * TimeUnit.SECONDS.toNanos(1) / took);
    }

    private static BigDecimal median(List<BigDecimal> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private void byHand(String order, String sku) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select sku from stock_item where sku = ? for no key update", sku);
            long balance = balance(connection, sku);
            execute(
                    connection,
                    "insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at)"
                            + " values (?, 1, ?, 1, now())",
                    order,
                    balance);
            execute(
                    connection,
                    "insert into stock_ledger (balance_id, kind, on_hand_change, allocated_change, held_change,"
                            + " quarantined_change, order_number, order_line_no, booked_at)"
                            + " values (?, 'ALLOCATION', 0, 1, 0, 0, ?, 1, now())",
                    balance,
                    order);
            execute(connection, "update stock_balance set allocated = allocated + 1 where id = ?", balance);
            execute(
                    connection,
                    "insert into allocation_run (order_number, run_at, outcome, options) values (?, now(), 'ALL', '[]')",
                    order);
            connection.commit();
        }
    }

    private static long balance(Connection connection, String sku) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id from stock_balance where sku = ? and on_hand - allocated >= 1")) {
            statement.setString(1, sku);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    private static String url(DataSource pool) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getURL() + "?user=postgres";
        }
    }
}
