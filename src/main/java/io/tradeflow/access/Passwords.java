package io.tradeflow.access;

import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerAccounts;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * One door for staff, who are users of the engine, and buyers' users, who are not: a buyer's user is known by the mail
 * address, a member of staff by a name without @.
 */
@Component
class Passwords {

    private static final Pattern USER_ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    /** Hashing costs; nobody shall make us hash novels. */
    private static final int LONGEST_PASSWORD = 200;

    private final StaffDirectory staff;
    private final BuyerAccounts buyers;

    Passwords(StaffDirectory staff, BuyerAccounts buyers) {
        this.staff = staff;
        this.buyers = buyers;
    }

    /** The person if the password is right, else empty. */
    Optional<Actor> check(String userId, String password) {
        if (!USER_ID.matcher(userId).matches() || password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        return userId.contains("@")
                ? buyers.signIn(userId, password).map(Actor.class::cast)
                : staff.signIn(userId, password).map(Actor.class::cast);
    }
}
