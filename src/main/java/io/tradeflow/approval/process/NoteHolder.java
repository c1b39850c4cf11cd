package io.tradeflow.approval.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whenever an approval goes to a person, or back: keeps since when it is with them. */
@Component("noteHolder")
class NoteHolder implements TaskListener {

    static final String HELD_SINCE = "heldSince";

    private final Clock clock;

    NoteHolder(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null) {
            task.removeVariableLocal(HELD_SINCE);
        } else {
            task.setVariableLocal(HELD_SINCE, Date.from(clock.instant()));
        }
    }
}
