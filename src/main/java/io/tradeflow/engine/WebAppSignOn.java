package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Signs whoever is signed in to the program in to Tasklist and Cockpit: members of staff only, with the groups they have there. */
class WebAppSignOn extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new StaffOnly();
    }

    /** The member of staff who sends this request; empty for buyers and for nobody. */
    static Optional<Actor.Staff> staff() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.isAuthenticated() && signedIn.getPrincipal() instanceof Actor.Staff staff
                ? Optional.of(staff)
                : Optional.empty();
    }

    static class StaffOnly implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            return staff().map(StaffOnly::signedIn).orElseGet(AuthenticationResult::unsuccessful);
        }

        private static AuthenticationResult signedIn(Actor.Staff staff) {
            AuthenticationResult result = AuthenticationResult.successful(staff.userId());
            result.setGroups(new ArrayList<>(staff.groups()));
            result.setTenants(List.of());
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // The sign-in page is the program's own; a challenge would open the browser's password window instead.
        }
    }
}
