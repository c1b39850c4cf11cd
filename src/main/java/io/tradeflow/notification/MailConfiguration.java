package io.tradeflow.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    MailTransport mailTransport(MailSettings settings, ObjectProvider<JavaMailSenderImpl> sender) {
        if (settings.transport() == MailSettings.Transport.FOLDER) {
            return new FolderTransport(settings.folder());
        }
        JavaMailSenderImpl configured = sender.getIfAvailable();
        if (configured == null) {
            throw new IllegalStateException(
                    "tradeflow.mail.transport is 'smtp': name the mail server in spring.mail.host and spring.mail.port");
        }
        return new SmtpTransport(configured);
    }
}
