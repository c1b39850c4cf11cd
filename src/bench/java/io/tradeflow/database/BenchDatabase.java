package io.tradeflow.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The same server with the same settings as the program's, for something else than the program. */
public final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final EmbeddedDatabase server;
    private final HikariDataSource pool;

    private BenchDatabase(EmbeddedDatabase server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    public static BenchDatabase start(Path folder) throws IOException {
        EmbeddedDatabase server = new EmbeddedDatabase(folder, 0);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl());
        pool.setUsername(server.getUsername());
        pool.setMaximumPoolSize(CONNECTIONS);
        return new BenchDatabase(server, pool);
    }

    public DataSource pool() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.destroy();
    }
}
