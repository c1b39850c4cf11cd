package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who completes the task whose step runs in the same transaction; the program itself where nobody is signed in. */
@Component
class SignedIn {

    private final StaffDirectory staff;

    SignedIn(StaffDirectory staff) {
        this.staff = staff;
    }

    Actor at(DelegateExecution execution) {
        Authentication signedIn =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            return Actor.PROGRAM;
        }
        return staff.find(signedIn.getUserId()).map(Actor.class::cast).orElse(Actor.PROGRAM);
    }
}
