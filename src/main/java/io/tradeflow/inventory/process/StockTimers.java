package io.tradeflow.inventory.process;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The times that models of this room start at; a model names them, so that an operator can set them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StockSettings.class)
class StockTimers {

    @Bean
    String stockCheckCycle(StockSettings settings) {
        return settings.checkCycle();
    }

    @Bean
    String stockChangesCycle(StockSettings settings) {
        return settings.changesCycle();
    }
}
