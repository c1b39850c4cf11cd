package io.tradeflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/** What the engine gets beyond its settings in application.yaml. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Our tables come first, so that the schema is still empty when the migrations look at it; the engine adds its own after. */
    @Bean
    @Order(0)
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin tradeflowEngine(
            ApplicationContext beans, TaskForms forms, @Lazy StaffDirectory staff, ObjectProvider<TableCheck> checks) {
        return new TradeflowPlugin(
                beans, new FormParseListener(forms, staff), new CheckedTables(() -> checks.orderedStream()
                        .toList()));
    }

    static class TradeflowPlugin extends AbstractProcessEnginePlugin {

        private final ApplicationContext beans;
        private final FormParseListener forms;
        private final CheckedTables tables;

        TradeflowPlugin(ApplicationContext beans, FormParseListener forms, CheckedTables tables) {
            this.beans = beans;
            this.forms = forms;
            this.tables = tables;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setDmnEngineConfiguration(checked());
            engine.setExpressionManager(new GuardedExpressions(beans));
            engine.setCustomHistoryLevels(List.of(new LeanHistory()));
            engine.setResourceAuthorizationProvider(new AssigneeRights());
            engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), forms));
            engine.setCustomPreCommandInterceptorsTxRequired(
                    with(engine.getCustomPreCommandInterceptorsTxRequired(), new LostRaces()));
        }

        private DefaultDmnEngineConfiguration checked() {
            DefaultDmnEngineConfiguration configuration =
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.getTransformer().getTransformListeners().add(tables);
            return configuration;
        }

        private static <T> List<T> with(List<T> existing, T addition) {
            List<T> all = existing == null ? new ArrayList<>() : new ArrayList<>(existing);
            all.add(addition);
            return all;
        }
    }
}
