package io.tradeflow.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the database was asked during some journeys, as it counted itself.
 *
 * @param transactions ended by a commit, reading ones included
 * @param writing transactions that changed something and so wait for the disk
 * @param walBytes written ahead
 */
record Statements(int journeys, List<Counted> counted, long transactions, long writing, long walBytes) {

    static final String PRELOAD = "alter system set shared_preload_libraries = 'pg_stat_statements'";

    /** @param millis all calls together, in the server */
    record Counted(String text, long calls, double millis) {

        String room() {
            return Rooms.of(text);
        }
    }

    /** Where the counters stood before the journeys. */
    record Mark(long transactions, long writing, long walBytes) {}

    static Mark mark(Ledger ledger) {
        ledger.execute("create extension if not exists pg_stat_statements");
        ledger.execute("select pg_stat_statements_reset()");
        return new Mark(transactions(ledger), writing(ledger), wal(ledger));
    }

    static Statements since(Mark mark, Ledger ledger, int journeys) {
        return new Statements(
                journeys,
                counted(ledger),
                transactions(ledger) - mark.transactions(),
                writing(ledger) - mark.writing(),
                wal(ledger) - mark.walBytes());
    }

    private static long transactions(Ledger ledger) {
        // Each connection hands its counts over about once a second.
        ledger.execute("select pg_sleep(1.5)");
        return ledger.number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    private static long writing(Ledger ledger) {
        return ledger.number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    private static long wal(Ledger ledger) {
        return ledger.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
    }

    /** Our own questions about the counters, and those whether the program rests, are left out. */
    private static List<Counted> counted(Ledger ledger) {
        String sql =
                """
                select query, sum(calls), sum(total_exec_time) from pg_stat_statements
                where query not like '%pg_%' and query not like 'select count(*) from act_ru_job%'
                group by query order by 2 desc""";
        List<Counted> counted = new ArrayList<>();
        try (Statement statement = ledger.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counted.add(new Counted(row.getString(1), row.getLong(2), row.getDouble(3)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counted;
    }

    /** Calls of all statements by what they are about, most first. */
    List<Map.Entry<String, Counted>> byRoom() {
        Map<String, Counted> rooms = counted.stream()
                .collect(Collectors.toMap(
                        Counted::room,
                        one -> one,
                        (one, other) -> new Counted("", one.calls() + other.calls(), one.millis() + other.millis()),
                        TreeMap::new));
        return rooms.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().calls()))
                .toList();
    }

    /** All of them, per journey: calls, milliseconds, what about, text. */
    List<String> rows() {
        return counted.stream()
                .map(one -> perJourney(one.calls()) + "\t" + perJourney(one.millis()) + "\t" + one.room() + "\t"
                        + one.text().replaceAll("\\s+", " "))
                .toList();
    }

    double perJourney(double total) {
        return total / journeys;
    }

    long calls() {
        return counted.stream().mapToLong(Counted::calls).sum();
    }

    double millis() {
        return counted.stream().mapToDouble(Counted::millis).sum();
    }
}
