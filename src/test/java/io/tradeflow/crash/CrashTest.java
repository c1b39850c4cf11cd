package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The program is killed twice in the middle of a deal and started again on the same data folder: nothing is lost and nothing happens twice.
 * Then two programs on one database serve more buyers at once than there are goods. Skipped with {@code -DexcludedGroups=crash}; the number
 * of buyers is set with {@code -Dtradeflow.rivals=200}.
 */
@Tag("crash")
class CrashTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of which the demo has ten. */
    private static final String SCARCE = "SP-6-150";

    private static final int THERE = 10;
    private static final int RIVALS = Integer.getInteger("tradeflow.rivals", 24);

    @Test
    void aDealSurvivesTwoKills() throws Exception {
        Path data = Path.of("target", "crash-test").toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        try (ForkedProgram program = new ForkedProgram(data);
                ForkedProgram beside = program.beside()) {
            program.start();
            Api api = new Api(program.port(), "asha");
            Deal earlier = inquire(api);
            toPicked(earlier);
            finishFromInspection(earlier);
            Deal deal = inquire(api);
            toPicked(deal);

            program.killHard();
            program.start();
            when(deal, "lata", "fulfilment/inspect").inspect();
            when(deal, "ravi", "fulfilment/pack").pack();
            // The packing slip and the invoice are being made right now.
            program.killHard();
            program.start();
            CompletableFuture<Void> joins = CompletableFuture.runAsync(beside::start);
            finishFromPacked(deal);
            Deal later = inquire(api);
            toPicked(later);
            finishFromInspection(later);

            earlier.isAt("CLOSED");
            for (Deal each : List.of(earlier, deal, later)) {
                assertThat(each.shipments()).hasSize(1);
                assertThat(each.invoices()).hasSize(1);
            }
            invoicesAreConsecutive(program.database());
            ledgerEqualsBalances(program.database());
            nothingIsAllocated(program.database());

            joins.join();
            onlyWhatIsThereIsPromised(program, beside);
            ledgerEqualsBalances(program.database());
            everyMailWentOutOnce(program);
        }
    }

    /** All rivals accept at the same moment, half of them at each program. */
    private static void onlyWhatIsThereIsPromised(ForkedProgram program, ForkedProgram beside) throws Exception {
        List<Api> doors = List.of(new Api(program.port(), "asha"), new Api(beside.port(), "asha"));
        ExecutorService buyers = Executors.newFixedThreadPool(RIVALS);
        ExecutorService desk = Executors.newFixedThreadPool(8);
        try {
            List<Deal> deals = new ArrayList<>();
            for (Future<Deal> inquired : desk.invokeAll(IntStream.range(0, RIVALS)
                    .<Callable<Deal>>mapToObj(rival ->
                            () -> Deal.inquire(doors.get(rival % doors.size()), number -> {}, PRIYA, SCARCE, "1"))
                    .toList())) {
                deals.add(inquired.get());
            }
            List<String> numbers = deals.stream().map(Deal::number).toList();
            reach(program, numbers, "WITH_BUYER", RIVALS);

            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (Deal deal : deals) {
                JsonNode quote = deal.quote();
                answers.add(buyers.submit(() -> {
                    start.await();
                    return accept(deal, quote.path("number").asText());
                }));
            }
            start.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }

            reach(program, numbers, "IN_FULFILMENT", Math.min(THERE, RIVALS));
            reach(program, numbers, "AWAITING_STOCK", Math.max(0, RIVALS - THERE));
        } finally {
            buyers.shutdownNow();
            desk.shutdownNow();
        }
        assertThat(figure(program, "select sum(allocated) from stock_balance where sku = :sku"))
                .isEqualTo(Math.min(THERE, RIVALS));
        assertThat(figure(program, "select sum(quantity) from backorder where sku = :sku"))
                .isEqualTo(Math.max(0, RIVALS - THERE));
        assertThat(program.database()
                        .sql("select incident_msg_ from act_ru_incident")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** A program that has no room answers 503 and when to come again; nothing was done then. */
    private static int accept(Deal deal, String quote) {
        return Awaitility.await("room for " + deal.number())
                .atMost(PATIENCE.plusMillis(500L * RIVALS))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .until(
                        () -> deal.buyer()
                                .post(
                                        "/quotes/" + quote + "/acceptance",
                                        Map.of("revision", 1, "poNumber", "PO-" + deal.number()))
                                .status(),
                        status -> status != 503);
    }

    private static int figure(ForkedProgram program, String query) {
        return program.database()
                .sql(query)
                .param("sku", SCARCE)
                .query(Integer.class)
                .single();
    }

    private static void reach(ForkedProgram program, List<String> deals, String stage, int expected) {
        Awaitility.await(expected + " deals are " + stage)
                .atMost(PATIENCE.plusMillis(500L * RIVALS))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> program.database()
                                .sql("select count(*) from deal where stage = :stage and number = any(:deals)")
                                .param("stage", stage)
                                .param("deals", deals.toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == expected);
    }

    private static Deal inquire(Api api) {
        Deal deal = Deal.inquire(api, number -> {}, PRIYA, "CP-010-CI", "2", "HS-050-PVC", "50");
        reaches(deal, "WITH_BUYER");
        return deal;
    }

    private static void toPicked(Deal deal) {
        deal.accept();
        when(deal, "ravi", "fulfilment/pick");
        deal.pickAll(deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText());
    }

    private static void finishFromInspection(Deal deal) {
        when(deal, "lata", "fulfilment/inspect").inspect();
        when(deal, "ravi", "fulfilment/pack").pack();
        finishFromPacked(deal);
    }

    private static void finishFromPacked(Deal deal) {
        when(deal, "ravi", "dispatch/hand-over").handOver();
        reaches(deal, "AWAITING_PAYMENT");
        deal.payAll();
        reaches(deal, "CLOSED");
    }

    private static Deal when(Deal deal, String user, String form) {
        await(user + " has " + form).until(() -> deal.hasTask(user, form));
        return deal;
    }

    private static void reaches(Deal deal, String stage) {
        await(deal.number() + " is " + stage).until(() -> deal.stage().equals(stage));
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    private static void invoicesAreConsecutive(JdbcClient database) {
        List<String> numbers = database.sql("select number from tax_invoice order by number")
                .query(String.class)
                .list();
        assertThat(numbers.stream().map(number -> Integer.parseInt(number.substring(number.lastIndexOf('-') + 1))))
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(database.sql("select count(distinct shipment_number) from tax_invoice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(numbers.size());
    }

    private static void ledgerEqualsBalances(JdbcClient database) {
        assertThat(database.sql(
                                """
                        select b.sku from stock_balance b left join stock_ledger l on l.balance_id = b.id
                        group by b.id
                        having b.on_hand <> coalesce(sum(l.on_hand_change), 0)
                            or b.allocated <> coalesce(sum(l.allocated_change), 0)
                            or b.held <> coalesce(sum(l.held_change), 0)
                            or b.quarantined <> coalesce(sum(l.quarantined_change), 0)""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static void nothingIsAllocated(JdbcClient database) {
        assertThat(database.sql("select sum(allocated) from stock_balance")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A mail is a file named by its key. */
    private static void everyMailWentOutOnce(ForkedProgram program) throws IOException {
        JdbcClient database = program.database();
        await("all mails are sent")
                .until(() -> database.sql("select count(*) from mail where sent_at is null")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(database.sql("select key from mail where attempts <> 1")
                        .query(String.class)
                        .list())
                .isEmpty();
        try (var files = Files.list(program.mails())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .allMatch(name -> name.endsWith(".eml"))
                    .hasSize(database.sql("select count(*) from mail")
                            .query(Integer.class)
                            .single());
        }
    }
}
