package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Invoices from 16 threads over two instances of the rooms on one database, while connections are ended at random in the middle of what they do.
 * What fails is done again, as the engine does. More or fewer with {@code -Dtradeflow.invoices=1000}.
 */
class TwoInstancesInvoicingTest {

    private static final int THREADS = 16;
    private static final int INVOICES = Integer.getInteger("tradeflow.invoices", 300);
    private static final long SEED = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void numbersHaveNoGapAndNoRepeatWhateverIsKilled() throws Exception {
        try (MoneyRoom first = new MoneyRoom();
                MoneyRoom second = new MoneyRoom(first)) {
            List<String> shipments = IntStream.range(0, INVOICES)
                    .mapToObj(index -> first.packed(first.order("B-MH", line(1, "8413", "1", "100")), "1"))
                    .toList();
            List<Callable<String>> issues = new ArrayList<>();
            for (int index = 0; index < INVOICES; index++) {
                String shipment = shipments.get(index);
                MoneyRoom room = index % 2 == 0 ? first : second;
                issues.add(() -> issue(room, shipment));
            }

            int killed;
            List<String> numbers;
            try (Killer killer = new Killer(first.url())) {
                numbers = atOnce(issues);
                killed = killer.stop();
            }

            System.out.printf(
                    "INVOICES %d from %d threads over two instances: %d connections killed, %d attempts failed%n",
                    INVOICES, THREADS, killed, failures.get());
            assertThat(killed)
                    .as("connections killed in the middle of something")
                    .isPositive();
            assertThat(failures).as("attempts that had to be made again").hasPositiveValue();
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, INVOICES)
                            .mapToObj("MH-2627-%06d"::formatted)
                            .toList());
            assertThat(first.count("tax_invoice")).isEqualTo(INVOICES);
            assertThat(first.count("(select distinct shipment_number from tax_invoice_shipment) s"))
                    .isEqualTo(INVOICES);
            assertThat(first.count("open_item")).isEqualTo(INVOICES);
            assertThat(second.jdbc
                            .sql("select last_number from document_series where document_type = 'INV'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(INVOICES);
        }
    }

    /** As the engine: a job whose transaction failed is executed again. */
    private String issue(MoneyRoom room, String shipment) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return room.invoices.issue(shipment).number();
            } catch (DataAccessException | TransactionException killed) {
                failures.incrementAndGet();
                if (Instant.now().isAfter(end)) {
                    throw killed;
                }
            }
        }
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Ends connections that are in the middle of a transaction, one after the other, from a connection of its own. */
    private static final class Killer implements AutoCloseable {

        private static final String KILL =
                """
                select count(*) from (
                    select pg_terminate_backend(pid) as ended from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
                    order by hashint8(pid + %d) limit 1) as victims
                where ended""";

        private final Connection connection;
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger killed = new AtomicInteger();
        private final Thread thread = new Thread(this::kill, "killer");

        Killer(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
            thread.start();
        }

        private void kill() {
            Random random = new Random(SEED);
            try (Statement statement = connection.createStatement()) {
                while (going.get()) {
                    try (ResultSet rows = statement.executeQuery(KILL.formatted(random.nextInt(1_000)))) {
                        rows.next();
                        killed.addAndGet(rows.getInt(1));
                    }
                    statement.execute("select pg_sleep(" + (0.02 + random.nextInt(260) / 1_000.0) + ")");
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The killer's own connection failed", e);
            }
        }

        int stop() throws InterruptedException {
            going.set(false);
            thread.join();
            return killed.get();
        }

        @Override
        public void close() throws SQLException, InterruptedException {
            stop();
            connection.close();
        }
    }
}
