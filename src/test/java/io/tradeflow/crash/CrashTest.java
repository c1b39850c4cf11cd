package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The program is killed twice in the middle of a deal and started again on the same data folder: nothing is lost and nothing happens twice.
 * Skipped with {@code -DexcludedGroups=crash}.
 */
@Tag("crash")
class CrashTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aDealSurvivesTwoKills() throws Exception {
        Path data = Path.of("target", "crash-test").toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        try (ForkedProgram program = new ForkedProgram(data)) {
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
            finishFromPacked(deal);
            Deal later = inquire(api);
            toPicked(later);
            finishFromInspection(later);

            earlier.isAt("CLOSED");
            for (Deal each : List.of(earlier, deal, later)) {
                assertThat(each.shipments()).hasSize(1);
                assertThat(each.invoices()).hasSize(1);
            }
            Books.invoicesAreConsecutive(program.database(), 3);
            Books.ledgerEqualsBalances(program.database());
            nothingIsAllocated(program.database());

            everyMailWentOutOnce(program);
        }
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
