package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The sign-ins of buyers' users. They are no users of the engine. */
@Service
public class BuyerAccounts {

    /** The user if the password is right, else empty. */
    public Optional<Actor.BuyerUser> signIn(String userId, String password) {
        throw new UnsupportedOperationException();
    }

    public void open(String userId, String name, String buyerCode, String password) {
        throw new UnsupportedOperationException();
    }
}
