package io.tradeflow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A PostgreSQL server of the program's own, durable and kept across restarts. It takes the place of the configured connection where no
 * external database is wanted.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

    private final DatabaseFolder folder;
    private final EmbeddedPostgres server;

    EmbeddedDatabase(Path data, int port) throws IOException {
        folder = DatabaseFolder.own(data);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.serverData())
                .setCleanDataDirectory(false)
                .setPort(port)
                // The library would end the server while the program still finishes its work; here the program ends it
                // last.
                .setRegisterShutdownHook(false)
                // The library switches both off for throw-away test databases; here data is meant to stay.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("listen_addresses", "localhost")
                .start();
    }

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void destroy() throws IOException {
        server.close();
        folder.close();
    }
}
