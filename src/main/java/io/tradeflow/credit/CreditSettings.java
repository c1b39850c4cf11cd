package io.tradeflow.credit;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param overrideLastsFor how long an approved quote or change may bring its buyer over the limit */
@ConfigurationProperties("tradeflow.credit")
record CreditSettings(@DefaultValue("P90D") Period overrideLastsFor) {}
