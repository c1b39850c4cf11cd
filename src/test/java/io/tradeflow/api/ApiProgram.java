package io.tradeflow.api;

import io.tradeflow.kernel.Actor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The shared part of the API around one small resource, on a real PostgreSQL; no engine, no other room. */
final class ApiProgram implements AutoCloseable {

    static final Actor ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    static final Actor PRIYA = new Actor.BuyerUser("priya@sahyadri-agro.example", "Priya", "SAHYADRI");

    final MockMvc http;
    final JdbcTemplate jdbc;
    final Effects effects;
    final MovableClock clock;
    final IdempotencyKeys keys;

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

    ApiProgram() {
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        jdbc = context.getBean(JdbcTemplate.class);
        effects = (Effects)
                org.springframework.test.util.AopTestUtils.getUltimateTargetObject(context.getBean(Effects.class));
        clock = context.getBean(MovableClock.class);
        keys = context.getBean(IdempotencyKeys.class);
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(filter("bodyLimit"), filter("idempotency"))
                .build();
    }

    private Filter filter(String name) {
        return context.getBean(name, org.springframework.boot.web.servlet.FilterRegistrationBean.class)
                .getFilter();
    }

    int count() {
        return jdbc.queryForObject("select count(*) from effect", Integer.class);
    }

    void clear() {
        jdbc.update("truncate effect, idempotency_key");
    }

    static RequestPostProcessor by(Actor actor) {
        return request -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken(actor, null)));
            return request;
        };
    }

    @Override
    public void close() {
        context.close();
    }

    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T05:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({
        ApiConfiguration.class,
        ApiProblemAdvice.class,
        ProblemTranslator.class,
        ProblemWriter.class,
        Incidents.class,
        IdempotencyKeys.class,
        Effects.class
    })
    static class Parts {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws java.io.IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            DataSource dataSource = postgres.getPostgresDatabase();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V150__api.sql")).execute(dataSource);
            new JdbcTemplate(dataSource)
                    .execute("create table effect (id bigint generated by default as identity primary key, name text)");
            return dataSource;
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
