package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who completes the task whose next step runs in the same transaction: the person signed in to the engine. */
@Component
public class TaskCompleter {

    private final IdentityService identity;
    private final StaffDirectory staff;

    TaskCompleter(IdentityService identity, StaffDirectory staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** Empty in a step that a job or a message took, and for a user who is no member of staff. */
    public Optional<Actor.Staff> person() {
        Authentication signedIn = identity.getCurrentAuthentication();
        return Optional.ofNullable(signedIn).map(Authentication::getUserId).flatMap(staff::find);
    }

    /** The person; the program itself where there is none. */
    public Actor actor() {
        return person().map(Actor.class::cast).orElse(Actor.PROGRAM);
    }
}
