package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The trail of who handed an open approval to whom, and why. */
@Service
@Transactional
public class Reassignments {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final Approvals approvals;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reassignments(Approvals approvals, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem {@code reassignment-invalid} for a reason that says too little or too much */
    public void checkReason(String reason) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw Problem.invalid(
                    "reassignment-invalid",
                    "reason",
                    "Say in at least " + SHORTEST_REASON + " characters why somebody else decides");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reassignment-invalid", "reason", "A reason has at most " + LONGEST_REASON + " characters");
        }
    }

    /**
     * Writes down that an open approval is with {@code to} from now on.
     *
     * @param from the person who had it, null where it lay with {@code groups}
     * @throws Problem {@code already-decided}, {@code approval-void}; {@code four-eyes} if {@code to} prepared the content or decided another
     *     level; {@code reassignment-invalid}
     */
    public Reassignment record(
            Actor.Staff by, long approvalId, Represented from, String groups, Represented to, String reason) {
        checkReason(reason);
        approvals.requireCouldDecide(approvalId, to);
        Approval approval = approvals.approval(approvalId);
        String fromName = from == null ? groups : from.name();
        long id = jdbc.sql(
                        """
                        insert into approval_reassignment (approval_id, from_id, from_name, to_id, to_name, reason,
                                                           reassigned_by_id, reassigned_by, reassigned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        approvalId,
                        from == null ? null : from.userId(),
                        fromName,
                        to.userId(),
                        to.name(),
                        reason.strip(),
                        by.userId(),
                        by.name(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(DealProgress.internal(
                approval.dealNumber(),
                "Approval of " + ApprovalWords.inside(approval.kind()) + " handed from " + fromName + " to " + to.name()
                        + ": " + reason.strip(),
                approval.subject().number(),
                by));
        return new Reassignment(
                id, approvalId, fromName, to.userId(), to.name(), reason.strip(), by.name(), clock.instant());
    }

    /** All of the subject's approvals, oldest first. */
    @Transactional(readOnly = true)
    public List<Reassignment> ofSubject(String subjectNumber) {
        return jdbc.sql(
                        """
                        select m.* from approval_reassignment m
                        join approval a on a.id = m.approval_id join approval_request r on r.id = a.request_id
                        where r.subject_number = ? order by m.id""")
                .param(subjectNumber)
                .query(Reassignments::reassignment)
                .list();
    }

    private static Reassignment reassignment(ResultSet row, int number) throws SQLException {
        return new Reassignment(
                row.getLong("id"),
                row.getLong("approval_id"),
                row.getString("from_name"),
                row.getString("to_id"),
                row.getString("to_name"),
                row.getString("reason"),
                row.getString("reassigned_by"),
                row.getTimestamp("reassigned_at").toInstant());
    }
}
