package io.tradeflow.access;

import io.tradeflow.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where somebody goes after signing in: to the page asked for before if it is theirs, else home. */
class Homes implements AuthenticationSuccessHandler {

    private static final String DESK = "/desk";
    private static final String PORTAL = "/portal";

    private final RequestCache requests = new HttpSessionRequestCache();

    static String of(Object principal) {
        return principal instanceof Actor.BuyerUser ? PORTAL : DESK;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        SavedRequest wanted = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        Object principal = signedIn.getPrincipal();
        boolean isTheirs = wanted != null
                && isFor(principal, URI.create(wanted.getRedirectUrl()).getPath());
        response.sendRedirect(isTheirs ? wanted.getRedirectUrl() : request.getContextPath() + of(principal));
    }

    private static boolean isFor(Object principal, String path) {
        return principal instanceof Actor.BuyerUser
                ? path.startsWith(PORTAL) || path.equals("/api")
                : !path.startsWith(PORTAL);
    }
}
