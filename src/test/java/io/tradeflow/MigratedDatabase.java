package io.tradeflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Databases with all migrations, each of its own, on one server of the test JVM: the migrations run once, every further database is a copy.
 * Tests that need the server's own settings start one themselves.
 */
public final class MigratedDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static EmbeddedPostgres server;

    private MigratedDatabase() {}

    /** The JDBC URL of a database nobody else has; its user is postgres, without a password. */
    public static synchronized String url() {
        return server().getJdbcUrl("postgres", copy());
    }

    public static synchronized DataSource dataSource() {
        return server().getDatabase("postgres", copy());
    }

    private static String copy() {
        String name = "test_" + SERIAL.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            try {
                // ended with the JVM by a hook of the library's
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The tests' database server does not start", e);
            }
            execute("create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
        }
        return server;
    }

    private static void execute(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
