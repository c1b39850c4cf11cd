package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** What to tell who comes too late for a task. */
@Component
class DoneTasks {

    private static final String COMPLETED = "completed";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final HistoryService history;
    private final StaffDirectory staff;
    private final Clock clock;

    DoneTasks(HistoryService history, StaffDirectory staff, Clock clock) {
        this.history = history;
        this.staff = staff;
        this.clock = clock;
    }

    /** Names who was quicker and when; not-found for a task there never was. */
    Problem gone(String taskId) {
        HistoricTaskInstance done = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
        if (done == null) {
            return TaskProblems.notFound(taskId);
        }
        if (!COMPLETED.equals(done.getDeleteReason()) || done.getAssignee() == null) {
            return TaskProblems.noLongerNeeded();
        }
        String who = staff.member(done.getAssignee()).map(StaffMember::name).orElse(done.getAssignee());
        return TaskProblems.done(who, TIME.format(done.getEndTime().toInstant().atZone(clock.getZone())));
    }
}
