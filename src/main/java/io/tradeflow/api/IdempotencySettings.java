package io.tradeflow.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long an answer can be asked for again by its key
 * @param patience how long a second request with the same key waits for the first
 */
@ConfigurationProperties("tradeflow.idempotency")
record IdempotencySettings(@DefaultValue("P2D") Duration keep, @DefaultValue("PT30S") Duration patience) {}
