package io.tradeflow;

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

    @Bean
    JdbcConnectionDetails testDatabase() {
        String url = MigratedDatabase.url() + "&reWriteBatchedInserts=true";
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
