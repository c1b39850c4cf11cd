package io.tradeflow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters before Tasklist and Cockpit. Spring Security stands at order -100: the set-up is closed before it, the rest comes after. */
@Configuration(proxyBeanMethods = false)
class WebAppConfiguration {

    private static final int BEFORE_SECURITY = -200;
    private static final int AFTER_SECURITY = 200;

    @Bean
    FilterRegistrationBean<SetupClosed> setupClosed() {
        FilterRegistrationBean<SetupClosed> filter = new FilterRegistrationBean<>(new SetupClosed());
        filter.addUrlPatterns("/camunda/api/admin/setup/*", "/camunda/app/admin/default/setup/*");
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppSignOn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new WebAppSignOn());
        filter.setName("webAppSignOn");
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<TaskDoor> taskDoor(
            TaskForms forms, OpenTasks openTasks, DoneTasks doneTasks, ObjectMapper json) {
        FilterRegistrationBean<TaskDoor> filter =
                new FilterRegistrationBean<>(new TaskDoor(forms, openTasks, doneTasks, json));
        filter.addUrlPatterns("/camunda/api/engine/engine/*");
        filter.setOrder(AFTER_SECURITY + 1);
        return filter;
    }
}
