package io.tradeflow.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.camunda.bpm.container.impl.metadata.PropertyHelper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * The engine with the program's settings and models, but without the program: no Spring, no forms, no rights, and whatever beans it is
 * given in the place of the steps. The settings are read from {@code application.yaml}, so that they cannot drift apart.
 */
public final class BareEngine {

    private static final String JOBS = "camunda.bpm.job-execution.";
    private static final String GENERIC = "camunda.bpm.generic-properties.properties.";

    private BareEngine() {}

    /** @param beans what expressions of the models find, by name */
    public static ProcessEngine start(DataSource dataSource, Map<Object, Object> beans) {
        Properties settings = settings();
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("bare");
        engine.setDataSource(dataSource);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setHistory(settings.getProperty("camunda.bpm.history-level"));
        engine.setDefaultSerializationFormat(settings.getProperty("camunda.bpm.default-serialization-format"));
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GENERIC))
                .forEach(name -> PropertyHelper.applyProperty(
                        engine, name.substring(GENERIC.length()), settings.getProperty(name)));
        engine.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
        engine.setBeans(beans);
        engine.setJobExecutor(jobExecutor(settings));
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorActivate(true);
        ProcessEngine started = engine.buildProcessEngine();
        new ModelFolders("classpath:processes/").read().forEach(folder -> deploy(started, folder));
        return started;
    }

    private static void deploy(ProcessEngine engine, ModelFolder folder) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(folder.name());
        folder.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    private static DefaultJobExecutor jobExecutor(Properties settings) {
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(number(settings, "core-pool-size"));
        jobs.setMaxPoolSize(number(settings, "max-pool-size"));
        jobs.setQueueSize(number(settings, "queue-capacity"));
        jobs.setMaxJobsPerAcquisition(number(settings, "max-jobs-per-acquisition"));
        jobs.setWaitTimeInMillis(number(settings, "wait-time-in-millis"));
        jobs.setWaitIncreaseFactor(number(settings, "wait-increase-factor"));
        jobs.setMaxWait(number(settings, "max-wait"));
        jobs.setBackoffTimeInMillis(number(settings, "backoff-time-in-millis"));
        jobs.setMaxBackoff(number(settings, "max-backoff"));
        jobs.setLockTimeInMillis(number(settings, "lock-time-in-millis"));
        return jobs;
    }

    private static int number(Properties settings, String name) {
        return Integer.parseInt(settings.getProperty(JOBS + name));
    }

    private static Properties settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties read = yaml.getObject();
        PropertyPlaceholderHelper placeholders = new PropertyPlaceholderHelper("${", "}");
        Properties settings = new Properties();
        read.forEach((name, value) -> settings.setProperty(
                name.toString(), placeholders.replacePlaceholders(value.toString(), read::getProperty)));
        return settings;
    }
}
