package io.tradeflow.invoicing.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the run for invoices that are due starts; the model names it, so that an operator can set it. */
@Configuration(proxyBeanMethods = false)
class InvoiceTimers {

    /** In the evening, so that what left during the day is invoiced in its own period. */
    @Bean
    String invoiceRunCycle(@Value("${tradeflow.invoicing.run-cycle:0 0 20 * * ?}") String cycle) {
        return cycle;
    }
}
