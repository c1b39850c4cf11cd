package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Staff users and groups, kept in the engine's identity tables. */
@Service
public class StaffDirectory {

    /** The user with their groups if the password is right, else empty. */
    public Optional<Actor.Staff> signIn(String userId, String password) {
        throw new UnsupportedOperationException();
    }

    /** The user with their groups, for background work and task checks. */
    public Optional<Actor.Staff> find(String userId) {
        throw new UnsupportedOperationException();
    }

    /** Creates the user or sets name, mail and groups of the one there is; the password is set only on creation. */
    public void save(
            String userId, String firstName, String lastName, String email, String password, Set<String> groups) {
        throw new UnsupportedOperationException();
    }
}
