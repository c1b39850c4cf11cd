package io.tradeflow.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.party.BuyerAccounts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs what all resources share into the web layer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, IdempotencySettings.class})
class ApiConfiguration implements WebMvcConfigurer {

    /** Spring Security's chain stands at -100: both filters come after it, the limit before anything reads the body. */
    private static final int AFTER_SECURITY = -90;

    private final ObjectProvider<BuyerAccounts> accounts;

    ApiConfiguration(ObjectProvider<BuyerAccounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgumentResolver(user -> {
            BuyerAccounts known = accounts.getIfAvailable();
            return known == null || known.isOpen(user.userId());
        }));
    }

    /** Bodies of requests are read strictly; the program's own JSON, such as snapshots, keeps the lenient mapper. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.stream()
                .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .forEach(converter -> converter.setObjectMapper(strict(converter.getObjectMapper())));
    }

    static ObjectMapper strict(ObjectMapper lenient) {
        return lenient.copy()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            HttpSettings settings, ProblemTranslator translator, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(settings, translator, writer));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            ProblemTranslator translator,
            ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(
                new IdempotencyFilter(keys, new TransactionTemplate(transactions), translator, writer));
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(AFTER_SECURITY + 1);
        return registration;
    }
}
