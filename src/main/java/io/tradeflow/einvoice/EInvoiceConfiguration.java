package io.tradeflow.einvoice;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EInvoiceSettings.class)
class EInvoiceConfiguration {

    @Bean
    Irp irp(EInvoiceSettings settings, Clock clock) {
        if (settings.channel() == EInvoiceSettings.Channel.OFFLINE) {
            return new IrpByHand();
        }
        IrpLine line = new IrpLine(settings.url(), settings.connectWithin(), settings.answerWithin());
        return settings.session() == EInvoiceSettings.Session.NIC
                ? new IrpOverHttp(line, new NicSession(line, settings.nic(), clock), "tradeflow.einvoice.nic")
                : new IrpOverHttp(line, new PlainSession(settings.headers()), "tradeflow.einvoice.headers");
    }
}
