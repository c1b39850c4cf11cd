package io.tradeflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
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
    ProcessEnginePlugin tradeflowEngine(ApplicationContext beans, TaskForms forms, @Lazy StaffDirectory staff) {
        return new TradeflowPlugin(beans, new FormParseListener(forms, staff));
    }

    static class TradeflowPlugin extends AbstractProcessEnginePlugin {

        private final ApplicationContext beans;
        private final FormParseListener forms;

        TradeflowPlugin(ApplicationContext beans, FormParseListener forms) {
            this.beans = beans;
            this.forms = forms;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setExpressionManager(new GuardedExpressions(beans));
            engine.setCustomHistoryLevels(List.of(new LeanHistory()));
            engine.setResourceAuthorizationProvider(new AssigneeRights());
            engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), forms));
            engine.setCustomPreCommandInterceptorsTxRequired(
                    with(engine.getCustomPreCommandInterceptorsTxRequired(), new LostRaces()));
        }

        private static <T> List<T> with(List<T> existing, T addition) {
            List<T> all = existing == null ? new ArrayList<>() : new ArrayList<>(existing);
            all.add(addition);
            return all;
        }
    }
}
