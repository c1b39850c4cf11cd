package io.tradeflow;

import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan({"io.tradeflow.party", "io.tradeflow.catalog", "io.tradeflow.pricing", "io.tradeflow.credit"})
class MasterDataRooms {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    /** Counts statements, so that a test can say how many round trips something may take. */
    @Bean
    DataSource database(EmbeddedPostgres server) {
        DataSource database = server.getPostgresDatabase();
        Flyway.configure().dataSource(database).load().migrate();
        return ProxyDataSourceBuilder.create(database).countQuery().build();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    /** The decision table needs the engine; here every buyer is in trade. */
    @Bean
    BuyerSegments buyerSegments() {
        return buyer -> new BuyerSegment("TRADE", "WHOLESALE");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneId.of("Asia/Kolkata"));
    }
}
