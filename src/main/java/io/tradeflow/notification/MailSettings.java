package io.tradeflow.notification;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house.
 *
 * @param transport {@code folder} writes files, {@code smtp} sends through {@code spring.mail.*}
 * @param folder where the folder transport puts its {@code .eml} files
 * @param from sender of all mails, plain or as {@code Name <address>}
 */
@ConfigurationProperties("tradeflow.mail")
record MailSettings(
        @DefaultValue("folder") Transport transport,
        @DefaultValue("data/mails") Path folder,
        @DefaultValue("Tradeflow <orders@tradeflow.example>") String from) {

    enum Transport {
        SMTP,
        FOLDER
    }

    /** The part of the sender's address after the at sign. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "").trim();
    }
}
