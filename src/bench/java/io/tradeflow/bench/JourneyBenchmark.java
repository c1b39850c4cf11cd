package io.tradeflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * How many whole deals the program carries per second, beside what the bare engine does with the same models. Run with
 * {@code mvn -Pbench test}; {@link BenchSettings} says what can be set.
 */
class JourneyBenchmark {

    private static final Path FOLDER = Path.of("target/bench-data");
    private static final int COUNTED_JOURNEYS = 40;
    private static final int FAMILIARISATION = 20;

    private final BenchSettings settings = BenchSettings.fromSystem();

    /** One client at first, then as many as the machine shall bear: the most clients warm up best. */
    private final int most =
            settings.clients().stream().mapToInt(Integer::intValue).max().orElseThrow();

    @BeforeEach
    void beginWithNothing() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
    }

    @Test
    void inquiryToInvoice() throws IOException, SQLException {
        double load = Machine.load();
        Program program = program();
        Bare bare = settings.floor() ? floor() : new Bare(List.of(), 0);
        Figures figures = new Figures(
                ZonedDateTime.now(ZoneId.of("Asia/Kolkata")),
                program.machine(),
                load,
                program.warmUp(),
                program.results(),
                bare.results(),
                program.instances(),
                bare.instances(),
                settings.statements() ? Optional.of(statements()) : Optional.empty());
        new Report(figures).write(settings.report());
        assertThat(figures.floor().isEmpty() || figures.instances() == figures.floorInstances())
                .as("The floor does not do the same work: " + figures.instances() + " process instances per journey, "
                        + figures.floorInstances() + " on the bare engine")
                .isTrue();
    }

    private record Program(String machine, int warmUp, List<Load.Result> results, double instances) {}

    private record Bare(List<Load.Result> results, double instances) {}

    private Program program() throws SQLException {
        try (RunningProgram running = RunningProgram.start(FOLDER.resolve("program"), settings.jvm());
                Ledger ledger = new Ledger(running.connect())) {
            Load journeys = new Load(new Journey(running.base()), ledger::rest, running::work);
            int warmUp = journeys.warmUp(most, settings.warmUp());
            long before = ledger.instances();
            List<Load.Result> results = measure(journeys);
            ledger.execute(Statements.PRELOAD);
            return new Program(
                    Machine.describe(ledger.version()),
                    warmUp,
                    results,
                    (ledger.instances() - before) / journeysOf(results));
        }
    }

    private Bare floor() throws IOException {
        try (Floor floor = new Floor(FOLDER.resolve("floor"))) {
            Load journeys = new Load(floor, floor::rest, floor::work);
            journeys.warmUp(most, settings.warmUp());
            long before = floor.instances();
            List<Load.Result> results = measure(journeys);
            return new Bare(results, (floor.instances() - before) / journeysOf(results));
        }
    }

    /** On the data of the measured run, but started anew: the server has to load the counting, and counting costs a little. */
    private Statements statements() throws SQLException, IOException {
        try (RunningProgram running = RunningProgram.start(FOLDER.resolve("program"), List.of());
                Ledger ledger = new Ledger(running.connect())) {
            Load journeys = new Load(new Journey(running.base()), ledger::rest, running::work);
            journeys.exactly(most, FAMILIARISATION);
            Statements.Mark mark = Statements.mark(ledger);
            journeys.exactly(1, COUNTED_JOURNEYS);
            Statements statements = Statements.since(mark, ledger, COUNTED_JOURNEYS);
            Files.write(FOLDER.resolve("statements.tsv"), statements.rows());
            return statements;
        }
    }

    private List<Load.Result> measure(Load journeys) {
        List<Load.Result> results = new ArrayList<>();
        settings.clients().forEach(clients -> results.add(journeys.during(clients, settings.duration())));
        return results;
    }

    private static double journeysOf(List<Load.Result> results) {
        return results.stream()
                .collect(Collectors.summingInt(result -> result.timings().journeys()));
    }
}
