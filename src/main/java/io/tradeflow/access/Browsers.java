package io.tradeflow.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** What can be told of the caller from the headers a browser adds and no page can change. */
final class Browsers {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Browsers() {}

    static boolean isOne(HttpServletRequest request) {
        return request.getHeader(SITE) != null;
    }

    /**
     * Whether a change must prove by the token that our own page sent it. Not where a client signs the request itself with
     * HTTP Basic: no other site can make a browser do that, unless the browser keeps a password of its own.
     */
    static boolean mustShowToken(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean isSigned = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        String site = request.getHeader(SITE);
        return !isSigned || !(site == null || site.equals("same-origin"));
    }
}
