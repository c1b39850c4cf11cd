package io.tradeflow.notification;

import jakarta.mail.util.StreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    static {
        // Jakarta Mail looks this up on the whole classpath for every part of every mail, unless it is named.
        String streams = StreamProvider.class.getName();
        if (System.getProperty(streams) == null) {
            System.setProperty(streams, StreamProvider.provider().getClass().getName());
        }
    }

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
