package io.tradeflow.engine;

import io.tradeflow.MigratedDatabase;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What the engine's room needs around it. No component by itself, so that the whole program under test does not pick it up. */
@EnableAutoConfiguration
@ComponentScan("io.tradeflow.engine")
class EngineRoom {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JdbcConnectionDetails database() {
        String url = MigratedDatabase.url();
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

    @Bean
    SampleForm sampleForm() {
        return new SampleForm();
    }

    @Bean
    JavaDelegate sampleStep() {
        return execution -> execution.setVariable("stepTaken", true);
    }

    @Bean
    Canary canary() {
        return new Canary();
    }

    /** Sings when somebody reaches it who should not. */
    static class Canary {

        final AtomicInteger songs = new AtomicInteger();

        public String sing() {
            songs.incrementAndGet();
            return "asha";
        }

        public String getSong() {
            return sing();
        }
    }

    /** A decision, with a reason where it is no. */
    static class SampleForm implements TaskForm {

        volatile Actor lastActor;
        volatile Map<String, Object> lastContext;

        @Override
        public String form() {
            return "sample/decide";
        }

        @Override
        public Set<String> fields() {
            return Set.of("decision", "comment");
        }

        @Override
        public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
            lastActor = by;
            lastContext = context;
            if (!List.of("YES", "NO").contains(submitted.getOrDefault("decision", ""))) {
                throw Problem.invalid("decision-invalid", "decision", "Decide yes or no");
            }
            if ("NO".equals(submitted.get("decision")) && submitted.get("comment") == null) {
                throw Problem.invalid("decision-invalid", "comment", "Say why not");
            }
        }
    }
}
