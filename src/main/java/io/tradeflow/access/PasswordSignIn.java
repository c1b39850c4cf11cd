package io.tradeflow.access;

import io.tradeflow.kernel.Actor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in by name and password, within the limits of the throttle. */
class PasswordSignIn implements AuthenticationProvider {

    private final Passwords passwords;
    private final SignInThrottle throttle;

    PasswordSignIn(Passwords passwords, SignInThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName().trim();
        String address = addressOf(attempt);
        if (throttle.isLocked(userId, address)) {
            throw new LockedException("Too many failed sign-ins; wait a few minutes before you try again");
        }
        Actor actor = passwords
                .check(userId, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> {
                    throttle.failed(userId, address);
                    return new BadCredentialsException("User name or password is wrong");
                });
        throttle.succeeded(userId, address);
        SignedIn signedIn = new SignedIn(actor);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
