package io.tradeflow.journey;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What something costs, by figures that are the same on a busy machine.
 *
 * @param statements how often the database was asked
 * @param bytes what was allocated on the heap
 * @param took by the clock
 * @param queued how much of that those who worked were ready and waited for a processor that others had; zero where the machine does not say
 */
record Effort(long statements, long bytes, Duration took, Duration queued) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the threads that wait for each other: the test, the program's and the database's; the collector's work beside them. */
    private static final List<String> ONE_AFTER_THE_OTHER = List.of("main", "http-nio-");

    /** Nothing else may run meanwhile, neither in the program nor in its database. */
    static Effort of(JdbcClient jdbc, Runnable work) {
        jdbc.sql("create extension if not exists pg_stat_statements").update();
        jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
        List<Path> connections = jdbc
                .sql("select pid from pg_stat_activity where datname = current_database()")
                .query(Long.class)
                .list()
                .stream()
                .map(pid -> Path.of("/proc", pid.toString(), "schedstat"))
                .toList();
        long bytesBefore = allocated();
        Duration queuedBefore = queued(connections);
        long start = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Duration queued = queued(connections).minus(queuedBefore);
        long bytes = allocated() - bytesBefore;
        long statements = jdbc.sql("select sum(calls) from pg_stat_statements where query not like '%pg_stat%'"
                        + " and dbid = (select oid from pg_database where datname = current_database())")
                .query(Long.class)
                .single();
        return new Effort(statements, bytes, took, queued);
    }

    /** As long as it would have taken on a machine that does nothing else. */
    Duration tookByItself() {
        return took.minus(queued);
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static Duration queued(List<Path> connections) {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.isDirectory(tasks)) {
            return Duration.ZERO;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            Stream<Path> own = threads.filter(Effort::isOneOfThem).map(thread -> thread.resolve("schedstat"));
            return Duration.ofNanos(Stream.concat(own, connections.stream())
                    .mapToLong(Effort::nanosQueued)
                    .sum());
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private static boolean isOneOfThem(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            return ONE_AFTER_THE_OTHER.stream().anyMatch(name::startsWith);
        } catch (IOException ended) {
            return false;
        }
    }

    /** The second of three figures: on the processor, ready without one, how often. */
    private static long nanosQueued(Path schedstat) {
        try {
            return Long.parseLong(Files.readString(schedstat).split(" ")[1]);
        } catch (IOException ended) {
            return 0;
        }
    }
}
