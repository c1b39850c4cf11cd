package io.tradeflow.inventory.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the engine looks after stock by itself.
 *
 * @param checkCycle when the books are checked, as a cron expression with seconds, in the server's zone
 * @param changesCycle how often changes are passed on to outside systems, as an ISO 8601 repeat
 */
@ConfigurationProperties("tradeflow.stock")
record StockSettings(@DefaultValue("0 30 2 * * ?") String checkCycle, @DefaultValue("R/PT30S") String changesCycle) {}
