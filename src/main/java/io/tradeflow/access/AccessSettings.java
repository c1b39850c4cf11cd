package io.tradeflow.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param attempts failed sign-ins of one user from one address until further ones are refused unseen
 * @param attemptsPerUser the same over all addresses, against guessing from many places
 * @param lockout how long they are refused after the last failure
 * @param remember how long a right password of an API client is not hashed again; also how long a changed password may still work there
 */
@ConfigurationProperties("tradeflow.access")
record AccessSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("50") int attemptsPerUser,
        @DefaultValue("PT5M") Duration lockout,
        @DefaultValue("PT2M") Duration remember) {}
