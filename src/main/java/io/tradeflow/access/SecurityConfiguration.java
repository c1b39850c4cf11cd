package io.tradeflow.access;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.config.Customizer.withDefaults;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may go where. Pages and the Camunda web apps live on a session; the API takes that session or HTTP Basic. What is
 * not named here needs a sign-in; finer rules stand with the resources.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final String[] OPERATORS = {"operations", "camunda-admin"};
    private static final String PAGE_CONTENT =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** What anybody may fetch: it holds no data. */
    private static final RequestMatcher OPEN = anyOf(
            "/login",
            "/invitation",
            "/error",
            "/assets/**",
            "/webjars/**",
            "/favicon.ico",
            "/actuator/health",
            "/actuator/health/**");

    /** The engine's own ways in: the first administrator without a sign-in, and a sign-in past our throttle. */
    private static final RequestMatcher ENGINES_OWN_DOORS =
            anyOf("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**", "/engine-rest/**");

    private static final RequestMatcher CAMUNDA_LOGOUT =
            PATH.matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout");

    @Bean
    PasswordSignIn passwordSignIn(Passwords passwords, AccessSettings settings) {
        return new PasswordSignIn(passwords, new SignInThrottle(settings, Ticker.systemTicker()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, PasswordSignIn signIn, AccessSettings settings) throws Exception {
        var remembered = new RememberedSignIn(signIn, settings.remember(), Ticker.systemTicker());
        return http.securityMatcher(anyOf("/api/*/**", "/actuator/**"))
                .authenticationManager(new ProviderManager(remembered))
                .authorizeHttpRequests(rules -> rules.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(PATH.matcher("/actuator/**"))
                        .hasAnyRole(OPERATORS)
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ApiEntryPoint()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new ApiEntryPoint()).accessDeniedHandler(new ApiRefusal()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(tokenHandler())
                        .requireCsrfProtectionMatcher(Browsers::mustShowToken))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PasswordSignIn signIn) throws Exception {
        return http.authenticationManager(new ProviderManager(signIn))
                .authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(ENGINES_OWN_DOORS)
                                .denyAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers(anyOf("/camunda/**", "/desk/**", "/forms/**"))
                                .hasRole(SignedIn.STAFF)
                                .requestMatchers(PATH.matcher("/portal/**"))
                                .hasRole(SignedIn.BUYER)
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new Homes())
                        .failureHandler((request, response, cause) -> response.sendRedirect(request.getContextPath()
                                + (cause instanceof LockedException ? "/login?locked" : "/login?failed"))))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATH.matcher(POST, "/logout"), CAMUNDA_LOGOUT))
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, signedOut) -> {
                            if (CAMUNDA_LOGOUT.matches(request)) {
                                response.setStatus(HttpStatus.NO_CONTENT.value());
                            } else {
                                response.sendRedirect(request.getContextPath() + "/login?goodbye");
                            }
                        }))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                // The engine's web apps have a token of their own and check it themselves.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(tokenHandler())
                        .ignoringRequestMatchers(PATH.matcher("/camunda/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .addHeaderWriter((request, response) -> {
                            if (!request.getRequestURI().startsWith("/camunda/")) {
                                response.setHeader("Content-Security-Policy", PAGE_CONTENT);
                            }
                        })
                        .referrerPolicy(withDefaults()))
                .build();
    }

    /** Readable by our scripts, which hand it back in the header; named unlike the engine's own. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("APP-XSRF");
        tokens.setHeaderName("X-APP-XSRF");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Without a name the token is made with every first answer, so that the cookie is there before it is needed. */
    private static CsrfTokenRequestAttributeHandler tokenHandler() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static RequestMatcher anyOf(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PATH.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
