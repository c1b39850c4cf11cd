package io.tradeflow;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: one database, one process engine inside it; see the README for the two commands. */
@SpringBootApplication
@EnableScheduling
public class Tradeflow {

    public static void main(String[] args) {
        SpringApplication.run(Tradeflow.class, args);
    }

    /** The only source of time. Its zone is the seller's: what "today" means on a quote or an invoice. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${tradeflow.zone:Asia/Kolkata}") ZoneId zone) {
        return Clock.system(zone);
    }
}
