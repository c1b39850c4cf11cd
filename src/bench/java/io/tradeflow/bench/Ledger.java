package io.tradeflow.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the program's database from outside: what is left to do, what went wrong, what was done. */
final class Ledger implements AutoCloseable {

    private static final String DUE =
            "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())";
    private static final String WRONG =
            """
            select (select count(*) from act_ru_incident) + (select count(*) from act_ru_job where retries_ = 0)
                   + (select count(*) from act_hi_job_log where job_state_ = 2)
                   + (select count(*) from mail where sent_at is null)""";

    private final Connection connection;

    Ledger(Connection connection) {
        this.connection = connection;
    }

    /** Returns when no job is due any more; then nothing may have failed and every mail must have gone out. */
    void rest() {
        Patience.until("the program to rest", () -> number(DUE) == 0 ? true : null);
        long wrong = number(WRONG);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " jobs failed or mails did not go out");
        }
    }

    long instances() {
        return number("select count(*) from act_hi_procinst");
    }

    String version() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
