package io.tradeflow.access;

import io.tradeflow.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who has signed in; the principal is the {@link Actor}. Rights: ROLE_STAFF or ROLE_BUYER, and ROLE_ with the
 * name of each group.
 */
class SignedIn extends AbstractAuthenticationToken {

    static final String STAFF = "STAFF";
    static final String BUYER = "BUYER";

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    SignedIn(Actor actor) {
        super(rightsOf(actor));
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** The password is not kept. */
    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.userId();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof SignedIn signedIn && actor.equals(signedIn.actor));
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }

    private static List<GrantedAuthority> rightsOf(Actor actor) {
        List<GrantedAuthority> rights = new ArrayList<>();
        if (actor instanceof Actor.BuyerUser) {
            rights.add(role(BUYER));
        }
        if (actor instanceof Actor.Staff staff) {
            rights.add(role(STAFF));
            staff.groups().forEach(group -> rights.add(role(group)));
        }
        return rights;
    }

    private static GrantedAuthority role(String name) {
        return new SimpleGrantedAuthority("ROLE_" + name);
    }
}
