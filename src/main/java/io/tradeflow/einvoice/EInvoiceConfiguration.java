package io.tradeflow.einvoice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EInvoiceSettings.class)
class EInvoiceConfiguration {

    @Bean
    Irp irp(EInvoiceSettings settings) {
        return settings.channel() == EInvoiceSettings.Channel.HTTP ? new IrpOverHttp(settings) : new IrpByHand();
    }
}
