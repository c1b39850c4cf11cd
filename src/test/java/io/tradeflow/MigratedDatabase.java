package io.tradeflow;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * Databases with all migrations, each of its own, on one server of the test JVM: the migrations run once, every further database is a copy.
 */
public final class MigratedDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static EmbeddedPostgres server;

    private MigratedDatabase() {}

    /** The JDBC URL of a database nobody else has; its user is postgres, without a password. */
    public static synchronized String url() {
        return server().getJdbcUrl("postgres", created(" template " + TEMPLATE));
    }

    /** The JDBC URL of a database with nothing in it. */
    public static synchronized String emptyUrl() {
        return server().getJdbcUrl("postgres", created(""));
    }

    /** With a pool: to connect anew costs more than most statements. */
    public static DataSource dataSource() {
        return pooled(url());
    }

    /** A pool that keeps no connection for long. */
    public static HikariDataSource pooled(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    private static String created(String like) {
        String name = "test_" + SERIAL.incrementAndGet();
        execute("create database " + name + like);
        return name;
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The tests' database server does not start", e);
            }
            // after the programs of the tests, which still talk to it when the JVM ends
            SpringApplication.getShutdownHandlers().add(MigratedDatabase::stop);
            execute("create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
        }
        return server;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The tests' database server does not stop", e);
        }
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
