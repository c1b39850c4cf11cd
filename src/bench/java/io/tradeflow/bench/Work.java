package io.tradeflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far; unlike the clock it hardly depends on what else the machine does.
 *
 * @param client this JVM: the clients, on the bare engine the engine too
 * @param program the program's JVM, zero on the bare engine
 * @param database PostgreSQL with all its processes
 */
record Work(Duration client, Duration program, Duration database) {

    /** @param program null on the bare engine */
    static Work of(ProcessHandle program, Path serverData) {
        return new Work(
                used(ProcessHandle.current()),
                program == null ? Duration.ZERO : used(program),
                server(serverData).map(Work::used).reduce(Duration.ZERO, Duration::plus));
    }

    Work since(Work before) {
        return new Work(client.minus(before.client), program.minus(before.program), database.minus(before.database));
    }

    Duration all() {
        return client.plus(program).plus(database);
    }

    private static Stream<ProcessHandle> server(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
