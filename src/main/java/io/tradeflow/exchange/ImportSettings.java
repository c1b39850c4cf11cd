package io.tradeflow.exchange;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keptFor how long a checked file waits for somebody to want it */
@ConfigurationProperties("tradeflow.imports")
public record ImportSettings(@DefaultValue("7d") Period keptFor) {}
