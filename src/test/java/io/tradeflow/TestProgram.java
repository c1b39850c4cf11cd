package io.tradeflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the program under test has instead of the machine's clock and the durable database. */
@TestConfiguration(proxyBeanMethods = false)
class TestProgram {

    @Bean
    TestClock clock() {
        return new TestClock(ZoneId.of("Asia/Kolkata"));
    }

    @Bean
    EngineJobs engineJobs(ManagementService management, RuntimeService runtime) {
        return new EngineJobs(management, runtime);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres testServer() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
    }

    @Bean
    JdbcConnectionDetails testDatabase(EmbeddedPostgres server) {
        String url = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
