package io.tradeflow.models;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** One engine without Spring on a PostgreSQL of its own, shared by all process tests of this JVM; jobs run only when a test runs them. */
final class BareEngine {

    static final PlayedSteps STEPS = new PlayedSteps();
    static final ProcessEngine ENGINE = start();

    private BareEngine() {}

    private static ProcessEngine start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            ProcessEngine engine = configuration(server).buildProcessEngine();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(engine, server)));
            return engine;
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL did not start", e);
        }
    }

    private static ProcessEngineConfiguration configuration(EmbeddedPostgres server) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("models");
        engine.setDataSource(server.getPostgresDatabase());
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setJobExecutorActivate(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setDefaultSerializationFormat("application/json");
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedPackages("java.util");
        engine.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
        engine.setBeans(STEPS.beans());
        return engine;
    }

    private static void stop(ProcessEngine engine, EmbeddedPostgres server) {
        engine.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }
}
