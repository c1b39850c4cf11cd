package io.tradeflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that somebody wants no more of, wherever it is. */
@TradeflowTest
class StoppedImportTest {

    private static final String DAY = "2033-04-01";
    private static final String HEADER = "level,owner,sku,currency,fromQuantity,unitPrice,validFrom\n";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    ImportKinds kinds;

    @Autowired
    ImportProgress progress;

    @Autowired
    ApplicationEventPublisher events;

    private Api manager;
    private Files files;

    @BeforeEach
    void open() {
        manager = new Api(port, "meera");
        files = new Files(manager, jobs);
    }

    @Test
    void beforeItsCheckItIsNotLookedAt() {
        long id = manager.postCsv("/imports?kind=prices", HEADER + row(1))
                .with(202)
                .json()
                .path("id")
                .asLong();

        assertThat(stop(id).path("stopAskedBy").asText()).isEqualTo("Meera Kulkarni");

        JsonNode file = files.goOn(id);
        assertThat(file.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(manager.post("/imports/" + id + "/cancellation", null)
                        .problem(409, "import-finished", null)
                        .path("detail")
                        .asText())
                .contains("cancelled");
    }

    /** The last rows are looked at and the check is not over: whoever stops it then is told that it stops. */
    @Test
    void atTheEndOfItsCheckItStillStops() {
        long id = manager.postCsv("/imports?kind=prices", HEADER + row(1))
                .with(202)
                .json()
                .path("id")
                .asLong();
        ImportTable stoppedAtTheEnd = new ImportTable(jdbc, batches) {
            @Override
            List<RowError> duplicates(long file, int limit) {
                stop(file);
                return super.duplicates(file, limit);
            }
        };
        Imports imports = new Imports(kinds, stoppedAtTheEnd, progress, events, clock);

        assertThat(transaction.<Boolean>execute(open -> imports.check(id))).isFalse();

        assertThat(files.goOn(id).path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void whatWaitsForAnAnswerIsGivenUp() {
        long id = files.upload("prices", HEADER + row(1)).path("id").asLong();

        stop(id);

        assertThat(files.goOn(id).path("status").asText()).isEqualTo("DISCARDED");
    }

    @Test
    void whatIsWantedButNotBegunDoesNotBegin() {
        long id = files.upload("prices", HEADER + row(1)).path("id").asLong();
        manager.post("/imports/" + id + "/approval", null).with(202);

        stop(id);

        assertThat(files.goOn(id).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(prices()).isZero();
    }

    /** A lock holds the run in its second thousand; what it has brought in by then goes out again. */
    @Test
    void inTheMiddleNothingStays() {
        String rows =
                IntStream.rangeClosed(1, 2_500).mapToObj(StoppedImportTest::row).collect(Collectors.joining());
        long id = files.upload("prices", HEADER + rows).path("id").asLong();
        manager.post("/imports/" + id + "/approval", null).with(202);

        CompletableFuture<Throwable> run = transaction.execute(held -> {
            jdbc.sql("insert into price_row (level, sku, currency, from_quantity, unit_price, valid_from)"
                            + " values ('BASE', 'CP-010-CI', 'INR', 1500, 1, cast(? as date))")
                    .param(DAY)
                    .update();
            CompletableFuture<Throwable> running =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> jobs.runDue("IMPORT-" + id)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> manager.get("/imports/" + id).path("imported").asInt() == 1_000);
            stop(id);
            held.setRollbackOnly();
            return running;
        });

        assertThat(run.orTimeout(60, TimeUnit.SECONDS).join()).hasStackTraceContaining("was stopped");
        assertThat(manager.get("/imports/" + id).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(prices()).isZero();

        clock.advance(Duration.ofMinutes(1));
        assertThat(files.goOn(id).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(prices()).isZero();
        assertThat(jdbc.sql("select count(*) from import_row where import_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhoMayBringItInMayStopIt() {
        long id = files.upload("prices", HEADER + row(1)).path("id").asLong();

        new Api(port, "asha").post("/imports/" + id + "/cancellation", null).with(403);

        stop(id);
        files.goOn(id);
    }

    private JsonNode stop(long id) {
        return manager.post("/imports/" + id + "/cancellation", null).with(202).json();
    }

    private int prices() {
        return jdbc.sql("select count(*) from price_row where valid_from = cast(? as date)")
                .param(DAY)
                .query(Integer.class)
                .single();
    }

    private static String row(int tier) {
        return "BASE,,CP-010-CI,INR," + tier + ",100," + DAY + "\n";
    }
}
