package io.tradeflow.models;

import com.zaxxer.hikari.HikariDataSource;
import io.tradeflow.MigratedDatabase;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** One engine without Spring on a database of its own, shared by all process tests of this JVM; jobs run only when a test runs them. */
final class BareEngine {

    static final PlayedSteps STEPS = new PlayedSteps();
    static final HikariDataSource DATABASE;
    static final ProcessEngine ENGINE;

    static {
        // without a pool each command of the engine would connect anew
        DATABASE = MigratedDatabase.pooled(MigratedDatabase.emptyUrl());
        ENGINE = configuration().buildProcessEngine();
    }

    private BareEngine() {}

    private static ProcessEngineConfiguration configuration() {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("models");
        engine.setDataSource(DATABASE);
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
}
