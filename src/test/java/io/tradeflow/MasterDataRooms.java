package io.tradeflow;

import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.ShippingCharges;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan(
        basePackages = {
            "io.tradeflow.party",
            "io.tradeflow.tax",
            "io.tradeflow.catalog",
            "io.tradeflow.pricing",
            "io.tradeflow.credit"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.tradeflow\\..*\\.process\\..*"))
class MasterDataRooms {

    /** Counts statements, so that a test can say how many round trips something may take. */
    @Bean
    DataSource database() {
        return ProxyDataSourceBuilder.create(MigratedDatabase.dataSource())
                .countQuery()
                .build();
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

    /** So does this one; here freight is a hundred. */
    @Bean
    ShippingCharges shippingCharges() {
        Charges.Charge none = new Charges.Charge(new BigDecimal("0.00"), Charges.PaidBy.SELLER, "Included");
        return facts -> new Charges(
                "LOCAL", new Charges.Charge(new BigDecimal("100.00"), Charges.PaidBy.BUYER, "Road"), none, none);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneId.of("Asia/Kolkata"));
    }
}
