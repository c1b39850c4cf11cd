package io.tradeflow.inquiry;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for which deals are lost, kept by process owners and sales managers. */
@Service
public class LostReasons {

    private static final Set<String> KEEP = Set.of("process-owners", "sales-managers", "directors");
    private static final Set<String> ENDS = Set.of("DECLINED", "EXPIRED", "WITHDRAWN");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MEANING = 500;
    private static final String ALL =
            "select code, name, meaning, for_buyers, stands_for, active_from, active_until from lost_reason";

    private final JdbcClient jdbc;
    private final Clock clock;

    LostReasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name, those no longer active last. */
    @Transactional(readOnly = true)
    public List<LostReason> all() {
        return jdbc.sql(ALL + " order by active_until < :today nulls first, name")
                .param("today", LocalDate.now(clock))
                .query(LostReason.class)
                .list();
    }

    /** Those that can be chosen today; a buyer's user gets those for buyers. */
    @Transactional(readOnly = true)
    public List<LostReason> offered(Actor to) {
        LocalDate today = LocalDate.now(clock);
        return all().stream()
                .filter(reason -> reason.isActive(today))
                .filter(reason -> !(to instanceof Actor.BuyerUser) || reason.forBuyers())
                .toList();
    }

    /** @throws Problem {@code lost-reason-unknown} where this actor cannot choose it today */
    public LostReason requireOffered(Actor to, String code) {
        return offered(to).stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "lost-reason-unknown",
                        "lostReason",
                        "There is no reason " + code + " to choose from; GET /api/v1/lost-reasons lists them"));
    }

    /** What is taken where nobody gave a reason for this end of a quote. */
    String standingFor(String outcome) {
        return jdbc.sql("select code from lost_reason where stands_for in (:outcome, 'WITHDRAWN')"
                        + " order by stands_for <> :outcome limit 1")
                .param("outcome", outcome)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<LostReason> find(String code) {
        return jdbc.sql(ALL + " where code = :code")
                .param("code", code)
                .query(LostReason.class)
                .optional();
    }

    /** Whether this actor keeps the reasons. */
    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Staff staff && KEEP.stream().anyMatch(staff::isIn);
    }

    /**
     * Adds the reason or changes the one with this code; deals keep what they carry.
     *
     * @throws Problem {@code process-owners-only}; {@code lost-reason-invalid} per field
     */
    @Transactional
    public LostReason save(Actor by, LostReason reason) {
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "process-owners-only", "Reasons of lost deals are kept by process owners and sales managers");
        }
        check(reason);
        try {
            jdbc.sql(
                            """
                            insert into lost_reason (code, name, meaning, for_buyers, stands_for, active_from, active_until)
                            values (:code, :name, :meaning, :forBuyers, :standsFor, :activeFrom, :activeUntil)
                            on conflict (code) do update set name = excluded.name, meaning = excluded.meaning,
                                for_buyers = excluded.for_buyers, stands_for = excluded.stands_for,
                                active_from = excluded.active_from, active_until = excluded.active_until,
                                version = lost_reason.version + 1""")
                    .paramSource(reason)
                    .update();
        } catch (DuplicateKeyException e) {
            boolean name = String.valueOf(e.getMessage()).contains("lost_reason_name_key");
            throw Problem.invalid(
                    "lost-reason-invalid",
                    name ? "name" : "standsFor",
                    name
                            ? "Another reason has the name " + reason.name()
                            : "Another reason stands for " + reason.standsFor() + " already");
        }
        return reason;
    }

    /** The reason that stands for an end of a quote cannot be taken away: each end needs one. */
    private void check(LostReason reason) {
        List<Violation> wrong = new ArrayList<>();
        if (reason.code() == null || !CODE.matcher(reason.code()).matches()) {
            wrong.add(new Violation("code", "A code has capital letters, digits and underscores, at most 40"));
        }
        if (reason.name() == null || reason.name().isBlank() || reason.name().length() > LONGEST_NAME) {
            wrong.add(new Violation("name", "has 1 to " + LONGEST_NAME + " characters"));
        }
        if (reason.meaning() != null && reason.meaning().length() > LONGEST_MEANING) {
            wrong.add(new Violation("meaning", "has at most " + LONGEST_MEANING + " characters"));
        }
        if (reason.standsFor() != null && !ENDS.contains(reason.standsFor())) {
            wrong.add(new Violation("standsFor", "is DECLINED, EXPIRED, WITHDRAWN or left out"));
        }
        if (reason.activeFrom() == null) {
            wrong.add(new Violation("activeFrom", "Say from which day it can be chosen"));
        } else if (reason.activeUntil() != null && reason.activeUntil().isBefore(reason.activeFrom())) {
            wrong.add(new Violation("activeUntil", "lies before the first day"));
        }
        find(String.valueOf(reason.code()))
                .map(LostReason::standsFor)
                .filter(end -> !end.equals(reason.standsFor()))
                .ifPresent(end -> wrong.add(new Violation(
                        "standsFor", "A quote that is " + end + " needs a reason; this one stands for it")));
        if (!wrong.isEmpty()) {
            throw Problem.invalid("lost-reason-invalid", "The reason needs correction", wrong);
        }
    }
}
