package io.tradeflow.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody largest body of a request under /api, also where its length is not declared
 * @param maxMedia the same for images and data sheets of products, and for photographs
 * @param maxFile the same for files of master data
 */
@ConfigurationProperties("tradeflow.http")
record HttpSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("6MB") DataSize maxMedia,
        @DefaultValue("64MB") DataSize maxFile) {}
