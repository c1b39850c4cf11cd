package io.tradeflow.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database unless {@code tradeflow.database.embedded} is false, as in production. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tradeflow.database.embedded", havingValue = "true", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    /**
     * @param data folder for everything that must survive a restart
     * @param port 0 takes any free port
     */
    @Bean
    EmbeddedDatabase embeddedDatabase(
            @Value("${tradeflow.data:data}") Path data, @Value("${tradeflow.database.port:0}") int port)
            throws IOException {
        return new EmbeddedDatabase(data, port);
    }
}
