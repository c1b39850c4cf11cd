package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.io.UncheckedIOException;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Two programs, each a JVM of its own with eight threads for process steps, on one database. More buyers than there are goods accept at the
 * same moment; then all that was promised is packed and invoiced while one program after the other is killed at random and started again.
 * Skipped with {@code -DexcludedGroups=crash}; {@code -Dtradeflow.rivals=200} sets the number of buyers, {@code -Dtradeflow.invoices=1000} that of
 * invoices.
 */
@Tag("crash")
class TwoProgramsTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    /** Of which the demo has ten. */
    private static final String SCARCE = "SP-6-150";

    private static final int THERE = 10;
    private static final int RIVALS = Integer.getInteger("tradeflow.rivals", 24);

    /** Of which there is enough for everybody. */
    private static final String PLENTY = "HS-050-PVC";

    private static final int INVOICES = Integer.getInteger("tradeflow.invoices", 14);

    /** Of each program. */
    private static final int THREADS = 8;

    /** A job may take as long as all before it in the queue of a busy machine: else it is begun a second time, and one of both is in vain. */
    private static final Duration LOCK = Duration.ofSeconds(INVOICES > 100 ? 60 : 15);

    private static final int INVOICES_PER_KILL = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60).plusSeconds(2L * (RIVALS + INVOICES));

    private final ExecutorService people = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger brokenOff = new AtomicInteger();
    private List<ForkedProgram> programs;
    private List<Api> doors;
    private JdbcClient database;

    @Test
    void whatIsThereIsPromisedOnceAndInvoicedOnceWhoeverIsKilled() throws Exception {
        Path data = Path.of("target", "two-programs-test").toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        Path mails = data.resolve("mails");
        String url = MigratedDatabase.url();
        try (ForkedProgram one = program(url, data.resolve("one"), mails);
                ForkedProgram other = program(url, data.resolve("other"), mails)) {
            programs = List.of(one, other);
            doors = programs.stream()
                    .map(program -> new Api(program.port(), "asha"))
                    .toList();
            database = one.database();
            one.start();
            CompletableFuture<Void> joins = CompletableFuture.runAsync(other::start);
            List<Deal> rivals = inquire(RIVALS, List.of(doors.get(0)), SCARCE, "1");
            joins.join();

            List<Deal> deals = onlyWhatIsThereIsPromised(rivals);
            Books.ledgerEqualsBalances(database);
            deals.addAll(ordered(Math.max(0, INVOICES - deals.size())));
            everyShipmentIsInvoicedOnce(deals, mails);
            Books.ledgerEqualsBalances(database);
        } finally {
            people.shutdownNow();
        }
    }

    /** What a killed program had taken is free for the other after seconds, not after five minutes. */
    private static ForkedProgram program(String url, Path data, Path mails) {
        return ForkedProgram.on(
                url,
                data,
                mails,
                "--tradeflow.jobs.threads=" + THREADS,
                "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK.toMillis());
    }

    /** All rivals accept at the same moment, half of them at each program. @return the deals that got goods */
    private List<Deal> onlyWhatIsThereIsPromised(List<Deal> rivals) throws Exception {
        ExecutorService buyers = Executors.newFixedThreadPool(RIVALS);
        List<String> numbers = rivals.stream().map(Deal::number).toList();
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int rival = 0; rival < RIVALS; rival++) {
                Deal deal = rivals.get(rival).through(doors.get(rival % doors.size()));
                String quote = deal.quote().path("number").asText();
                answers.add(buyers.submit(() -> {
                    start.await();
                    return accept(deal, quote);
                }));
            }
            start.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            buyers.shutdownNow();
        }
        reach(numbers, "IN_FULFILMENT", Math.min(THERE, RIVALS));
        reach(numbers, "AWAITING_STOCK", Math.max(0, RIVALS - THERE));
        assertThat(figure("select sum(allocated) from stock_balance where sku = '" + SCARCE + "'"))
                .isEqualTo(Math.min(THERE, RIVALS));
        assertThat(figure("select sum(quantity) from backorder where sku = '" + SCARCE + "'"))
                .isEqualTo(Math.max(0, RIVALS - THERE));
        nothingFailed();
        return new ArrayList<>(rivals.stream()
                .filter(deal -> stage(deal).equals("IN_FULFILMENT"))
                .toList());
    }

    /** A program that has no room answers 503 and when to come again; nothing was done then. */
    private static int accept(Deal deal, String quote) {
        return Awaitility.await("room for " + deal.number())
                .atMost(PATIENCE)
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

    private List<Deal> inquire(int count, List<Api> where, String sku, String quantity) throws Exception {
        List<Deal> deals = atOnce(IntStream.range(0, count)
                .<Callable<Deal>>mapToObj(index ->
                        () -> Deal.inquire(where.get(index % where.size()), number -> {}, PRIYA, sku, quantity))
                .toList());
        reach(deals.stream().map(Deal::number).toList(), "WITH_BUYER", count);
        return deals;
    }

    private List<Deal> ordered(int count) throws Exception {
        List<Deal> deals = inquire(count, doors, PLENTY, "50");
        atOnce(deals.stream()
                .<Callable<Integer>>map(
                        deal -> () -> accept(deal, deal.quote().path("number").asText()))
                .toList());
        reach(deals.stream().map(Deal::number).toList(), "IN_FULFILMENT", count);
        return deals;
    }

    /** Nobody is disturbed up to the packing; then everything is packed and invoiced at once, and whoever does it may be killed. */
    private void everyShipmentIsInvoicedOnce(List<Deal> deals, Path mails) throws Exception {
        waitForAll("fulfilment/pick", deals.size());
        atOnce(deals.stream()
                .<Callable<Deal>>map(deal -> () -> {
                    JsonNode task = deal.task("ravi", "fulfilment/pick");
                    return deal.pickAll(
                            task.path("references").path("shipmentNumber").asText());
                })
                .toList());
        await("all is picked")
                .until(() ->
                        figure("select count(*) from act_ru_task where task_def_key_ in ('InspectGoods', 'PackGoods')")
                                == deals.size());
        atOnce(deals.stream().<Callable<Deal>>map(deal -> deal::inspect).toList());
        waitForAll("fulfilment/pack", deals.size());

        long began = System.nanoTime();
        RandomKills kills = new RandomKills(
                programs,
                () -> figure("select count(*) from tax_invoice"),
                deals.size(),
                Math.max(2, deals.size() / INVOICES_PER_KILL));
        Thread killer = new Thread(kills, "killer");
        killer.start();
        atOnce(IntStream.range(0, deals.size())
                .<Callable<Boolean>>mapToObj(index -> () -> pack(deals.get(index), index))
                .toList());
        waitForAll("dispatch/hand-over", deals.size());
        killer.join();
        kills.allAreUp();
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.printf(
                "INVOICES %d by %d threads of two programs in %d s: %s, %d requests broken off%n",
                deals.size(), 2 * THREADS, seconds, kills, brokenOff.get());

        assertThat(kills.victims())
                .as("each program was killed at least once")
                .containsAll(programs.stream().map(ForkedProgram::port).toList());
        Books.invoicesAreConsecutive(database, deals.size());
        assertThat(figure("select count(*) from open_item")).isEqualTo(deals.size());
        assertThat(figure("select count(distinct deal_number) from tax_invoice"))
                .isEqualTo(deals.size());
        assertThat(figure("select sum(last_number) from document_series where document_type = 'INV'"))
                .isEqualTo(deals.size());
        assertThat(figure("select count(*) from frozen_document where kind = 'TAX_INVOICE'"))
                .isEqualTo(deals.size());
        nothingFailed();
        await("all mails are out").until(() -> figure("select count(*) from mail where sent_at is null") == 0);
        await("no step is left")
                .until(() -> figure("select count(*) from act_ru_job where handler_type_ = 'async-continuation'") == 0);
        try (var files = Files.list(mails)) {
            assertThat(files.filter(file -> file.toString().endsWith(".eml")))
                    .hasSize(figure("select count(*) from mail"));
        }
    }

    /** As somebody whose browser lost its program: looks again, at either program, and does what is still to be done. */
    private boolean pack(Deal deal, int index) {
        AtomicInteger tries = new AtomicInteger(index);
        return Awaitility.await(deal.number() + " is packed")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> isPacked(deal.through(doors.get(tries.getAndIncrement() % doors.size()))), done -> done);
    }

    private boolean isPacked(Deal deal) {
        try {
            if (!deal.hasTask("ravi", "fulfilment/pack")) {
                return true;
            }
            String task = deal.task("ravi", "fulfilment/pack").path("id").asText();
            int answer = deal.as("ravi")
                    .post(
                            "/tasks/" + task + "/completion",
                            Map.of("variables", Map.of("packages", 1, "grossWeightKg", "12.5")))
                    .status();
            // busy, or done by an earlier attempt whose answer was lost
            assertThat(answer).isIn(204, 404, 409, 503);
            return answer == 204;
        } catch (UncheckedIOException killed) {
            brokenOff.incrementAndGet();
            return false;
        }
    }

    private void waitForAll(String form, int count) {
        await(count + " tasks " + form)
                .until(() -> figure("select count(*) from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_"
                                + " where d.key_ = 'shipment' and t.task_def_key_ = '" + step(form) + "'")
                        == count);
    }

    private static String step(String form) {
        return switch (form) {
            case "fulfilment/pick" -> "PickGoods";
            case "fulfilment/pack" -> "PackGoods";
            default -> "HandOverToCarrier";
        };
    }

    private void reach(List<String> deals, String stage, int expected) {
        await(expected + " deals are " + stage)
                .until(() -> database.sql("select count(*) from deal where stage = :stage and number = any(:deals)")
                                .param("stage", stage)
                                .param("deals", deals.toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == expected);
    }

    private String stage(Deal deal) {
        return database.sql("select stage from deal where number = :number")
                .param("number", deal.number())
                .query(String.class)
                .single();
    }

    private void nothingFailed() {
        assertThat(database.sql("select incident_msg_ from act_ru_incident")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private int figure(String query) {
        return database.sql(query).query(Integer.class).single();
    }

    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> call : people.invokeAll(calls)) {
            results.add(call.get());
        }
        return results;
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
    }
}
