package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who decides for them. */
@Service
@Transactional
public class Absences {

    private static final String OPERATIONS = "operations";
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_DAYS = 366;

    private final JdbcClient jdbc;
    private final StandingIn standingIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(JdbcClient jdbc, StandingIn standingIn, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.standingIn = standingIn;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person records absences of others too. */
    public boolean mayRecordForOthers(Actor.Staff by) {
        return standingIn.mayRecordForOthers(by);
    }

    /** Whether this person records and ends absences of that one. */
    @Transactional(readOnly = true)
    public boolean mayRecordFor(Actor.Staff by, String userId) {
        return standingIn.mayRecordFor(by, userId);
    }

    /** Whether a deputy of this person could be that one. */
    @Transactional(readOnly = true)
    public boolean canStandIn(String deputyId, String awayId) {
        return standingIn.canStandIn(deputyId, awayId);
    }

    /**
     * Absences of now and later that concern this person; for operations and those who record them for others, everybody's. Earliest
     * first.
     */
    @Transactional(readOnly = true)
    public List<Absence> upcoming(Actor.Staff by) {
        boolean all = mayRecordForOthers(by) || by.isIn(OPERATIONS);
        return jdbc
                .sql("select * from absence where cancelled_at is null and away_until > ? order by away_from, id")
                .param(now())
                .query(Absences::absence)
                .list()
                .stream()
                .filter(absence -> all || concerns(by, absence))
                .toList();
    }

    /** Whom this person represents now. */
    @Transactional(readOnly = true)
    public List<Represented> representedBy(String userId) {
        return current().stream()
                .filter(absence -> absence.deputyId().equals(userId))
                .map(absence -> new Represented(absence.userId(), absence.userName()))
                .toList();
    }

    /** The absences of this moment. */
    @Transactional(readOnly = true)
    public List<Absence> current() {
        return jdbc.sql(
                        """
                        select * from absence
                        where cancelled_at is null and away_from <= :now and away_until > :now order by id""")
                .param("now", now())
                .query(Absences::absence)
                .list();
    }

    /**
     * Records an absence; who is named as deputy sees and decides the approvals from its first until its last day.
     *
     * @throws Problem {@code absence-invalid} naming every wrong field, {@code absence-not-yours}, {@code deputy-cannot-approve} for who neither
     *     approves nor is in a group of who is away, and for {@code by} naming themselves in a higher rank's place; {@code absence-overlaps}
     */
    public Absence record(Actor.Staff by, AbsenceDraft draft) {
        check(by, draft);
        Absence absence = new Absence(
                jdbc.sql("select nextval('tradeflow_id_seq')").query(Long.class).single(),
                draft.away().userId(),
                draft.away().name(),
                draft.deputy().userId(),
                draft.deputy().name(),
                startOf(draft.from()),
                startOf(draft.until().plusDays(1)),
                draft.note() == null || draft.note().isBlank()
                        ? null
                        : draft.note().strip(),
                by.name());
        try {
            insert(absence);
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict(
                    "absence-overlaps",
                    "Already away",
                    absence.userName() + " is recorded as away on some of these days already: cancel that first");
        }
        events.publishEvent(new AbsencesChanged(absence));
        return absence;
    }

    /** Ends an absence now, or takes it back before it began. May be repeated. @throws Problem not-found, {@code absence-not-yours} */
    public void cancel(Actor.Staff by, long id) {
        Absence absence = jdbc.sql("select * from absence where id = ?")
                .param(id)
                .query(Absences::absence)
                .optional()
                .orElseThrow(() -> Problem.notFound("absence", String.valueOf(id)));
        standingIn.requireMayRecord(by, absence.userId());
        jdbc.sql("update absence set cancelled_at = :now where id = :id and cancelled_at is null")
                .param("now", now())
                .param("id", id)
                .update();
        events.publishEvent(new AbsencesChanged(null));
    }

    private void check(Actor.Staff by, AbsenceDraft draft) {
        List<Violation> wrong = new ArrayList<>();
        if (draft.away() == null) {
            wrong.add(new Violation("userId", "Say who is away"));
        }
        if (draft.deputy() == null) {
            wrong.add(new Violation("deputyId", "Choose who decides meanwhile"));
        } else if (draft.away() != null
                && draft.deputy().userId().equals(draft.away().userId())) {
            wrong.add(new Violation("deputyId", "The deputy is somebody else than who is away"));
        }
        LocalDate today = LocalDate.now(clock);
        if (draft.from() == null || draft.from().isBefore(today)) {
            wrong.add(new Violation("from", "The first day is today or later"));
        }
        if (draft.until() == null || draft.from() != null && draft.until().isBefore(draft.from())) {
            wrong.add(new Violation("until", "The last day is the first day or later"));
        } else if (draft.until().isAfter(today.plusDays(LONGEST_DAYS))) {
            wrong.add(new Violation("until", "The last day is within a year"));
        }
        if (draft.note() != null && draft.note().length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "A note has at most " + LONGEST_NOTE + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("absence-invalid", "The absence cannot be recorded like this", wrong);
        }
        standingIn.requireMayRecord(by, draft.away().userId());
        standingIn.requireDeputy(by, draft.away(), draft.deputy());
    }

    private void insert(Absence absence) {
        jdbc.sql(
                        """
                        insert into absence (id, user_id, user_name, deputy_id, deputy_name, away_from, away_until, note,
                                             recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        absence.id(),
                        absence.userId(),
                        absence.userName(),
                        absence.deputyId(),
                        absence.deputyName(),
                        Timestamp.from(absence.from()),
                        Timestamp.from(absence.until()),
                        absence.note(),
                        absence.recordedBy(),
                        now())
                .update();
    }

    private static boolean concerns(Actor.Staff by, Absence absence) {
        return by.userId().equals(absence.userId()) || by.userId().equals(absence.deputyId());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("user_id"),
                row.getString("user_name"),
                row.getString("deputy_id"),
                row.getString("deputy_name"),
                row.getTimestamp("away_from").toInstant(),
                row.getTimestamp("away_until").toInstant(),
                row.getString("note"),
                row.getString("recorded_by"));
    }
}
