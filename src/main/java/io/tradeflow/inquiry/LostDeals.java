package io.tradeflow.inquiry;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which deals were lost and why. */
@Service
public class LostDeals {

    /** So many are listed; who wants others narrows the filter. */
    public static final int MOST_LISTED = 500;

    private static final int LONGEST_NOTE = 2000;

    private static final String SAY =
            """
            insert into deal_loss (deal_number, reason_code, note, said_by, said_at)
            values (:deal, :reason, :note, :by, :at)
            on conflict (deal_number) do update set reason_code = excluded.reason_code, note = excluded.note,
                said_by = excluded.said_by, said_at = excluded.said_at""";

    private static final String CLOSE =
            """
            insert into deal_loss (deal_number, reason_code, note, said_by, said_at, outcome, lost_at)
            values (:deal, :reason, :note, :by, :at, :outcome, :at)
            on conflict (deal_number) do update set outcome = excluded.outcome, lost_at = excluded.lost_at
            where deal_loss.lost_at is null""";

    private static final String LOST = " from deal_loss join deal on deal.number = deal_number"
            + " join lost_reason on lost_reason.code = reason_code where lost_at is not null";

    private static final String MONTH = "to_char(lost_at at time zone :zone, 'YYYY-MM')";

    private final JdbcClient jdbc;
    private final Deals deals;
    private final LostReasons reasons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostDeals(JdbcClient jdbc, Deals deals, LostReasons reasons, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.reasons = reasons;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps why the deal is lost, before the process closes it or afterwards. The last word counts. A buyer chooses among the
     * reasons for buyers.
     *
     * @param reason code; null or empty where only a note was given
     * @throws Problem {@code lost-reason-unknown}, {@code note-too-long}, not-found
     */
    @Transactional
    public void say(Actor by, String dealNumber, String reason, String note) {
        deals.deal(by, dealNumber);
        if (reason == null || reason.isBlank()) {
            return;
        }
        LostReason chosen = reasons.requireOffered(by, reason);
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note-too-long", "note", "has at most " + LONGEST_NOTE + " characters");
        }
        jdbc.sql(SAY)
                .param("deal", dealNumber)
                .param("reason", chosen.code())
                .param("note", note == null || note.isBlank() ? null : note.strip(), Types.VARCHAR)
                .param("by", by.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(DealProgress.internal(dealNumber, "Lost because: " + chosen.name(), null, by));
    }

    /**
     * The sales desk says why, or corrects what was said, once the deal is lost.
     *
     * @throws Problem {@code sales-only}, {@code deal-not-lost} and as {@link #say}
     */
    @Transactional
    public void explain(Actor.Staff by, String dealNumber, String reason, String note) {
        if (!Inquiries.takesInquiries(by)) {
            throw Problem.forbidden("sales-only", "Why a deal is lost is said by the sales desk");
        }
        Deal deal = deals.deal(by, dealNumber);
        if (deal.stage() != DealStage.LOST) {
            throw Problem.conflict("deal-not-lost", "The deal is not lost", dealNumber + " is not lost");
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("lost-reason-unknown", "lostReason", "Choose a reason");
        }
        say(by, dealNumber, reason, note);
    }

    /**
     * The process has closed the deal: it carries a reason from now on, whoever gave none. May be repeated.
     *
     * @param note what was said without a reason to choose; may be null
     */
    @Transactional
    public void closed(String dealNumber, String outcome, String note) {
        jdbc.sql(CLOSE)
                .param("deal", dealNumber)
                .param("reason", reasons.standingFor(outcome))
                .param("note", note, Types.VARCHAR)
                .param("by", Actor.PROGRAM.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .update();
    }

    /** Why this deal is lost; empty where it is not. For staff. */
    @Transactional(readOnly = true)
    public Optional<DealLoss> of(String dealNumber) {
        return jdbc.sql(
                        "select deal_number, reason_code as reason, name as reason_name, note, said_by, said_at, outcome, lost_at"
                                + " from deal_loss join lost_reason on code = reason_code where deal_number = :deal")
                .param("deal", dealNumber)
                .query((row, index) -> new DealLoss(
                        row.getString("deal_number"),
                        row.getString("reason"),
                        row.getString("reason_name"),
                        row.getString("note"),
                        row.getString("said_by"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getString("outcome"),
                        row.getTimestamp("lost_at") == null
                                ? null
                                : row.getTimestamp("lost_at").toInstant()))
                .optional();
    }

    /** Latest first, at most {@link #MOST_LISTED}. */
    @Transactional(readOnly = true)
    public List<LostDeal> list(LostDealFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        return jdbc.sql("select deal.*, reason_code, name, note, outcome, lost_at" + LOST + where
                        + " order by lost_at desc, deal.number desc limit " + MOST_LISTED)
                .params(params)
                .query((row, index) -> new LostDeal(
                        row.getString("number"),
                        row.getString("buyer_code"),
                        row.getString("buyer_name"),
                        row.getString("segment"),
                        row.getString("reason_code"),
                        row.getString("name"),
                        row.getString("note"),
                        row.getString("outcome"),
                        row.getTimestamp("lost_at").toInstant(),
                        money(row.getBigDecimal("value_amount"), row.getString("value_currency"))))
                .list();
    }

    /** The most deals first; months in their order. Amounts of different currencies are never added. */
    @Transactional(readOnly = true)
    public List<LostDealSum> sums(LostDealSum.By by, LostDealFilter filter) {
        Map<String, Object> params = new HashMap<>();
        params.put("zone", clock.getZone().getId());
        String where = where(filter, params);
        String key =
                switch (by) {
                    case REASON -> "reason_code";
                    case SEGMENT -> "coalesce(segment, '')";
                    case MONTH -> MONTH;
                };
        String name = by == LostDealSum.By.REASON ? "name" : key;
        String order = by == LostDealSum.By.MONTH ? "key" : "sum(count(*)) over (partition by key) desc, key";
        Map<String, LostDealSum> found = new LinkedHashMap<>();
        jdbc.sql("select key, shown, value_currency, count(*) as deals, sum(value_amount) as worth from (select " + key
                        + " as key, " + name + " as shown, value_currency, value_amount" + LOST + where
                        + ") lost group by key, shown, value_currency order by " + order + ", value_currency")
                .params(params)
                .query(row -> {
                    LostDealSum before = found.get(row.getString("key"));
                    List<Money> values = new ArrayList<>(before == null ? List.of() : before.values());
                    Money value = money(row.getBigDecimal("worth"), row.getString("value_currency"));
                    if (value != null) {
                        values.add(value);
                    }
                    found.put(
                            row.getString("key"),
                            new LostDealSum(
                                    row.getString("key"),
                                    row.getString("shown"),
                                    row.getInt("deals") + (before == null ? 0 : before.deals()),
                                    List.copyOf(values)));
                });
        return List.copyOf(found.values());
    }

    private static void requireCalendarDay(String field, LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9998)) {
            throw Problem.invalid("day-out-of-range", field, "Name a day between 1900 and 9998");
        }
    }

    private String where(LostDealFilter filter, Map<String, Object> params) {
        requireCalendarDay("from", filter.from());
        requireCalendarDay("until", filter.until());
        StringBuilder where = new StringBuilder();
        if (filter.from() != null) {
            where.append(" and lost_at >= :from");
            params.put("from", startOf(filter.from()));
        }
        if (filter.until() != null) {
            where.append(" and lost_at < :after");
            params.put("after", startOf(filter.until().plusDays(1)));
        }
        if (filter.reason() != null) {
            where.append(" and reason_code = :reason");
            params.put("reason", filter.reason());
        }
        if (filter.segment() != null) {
            where.append(" and coalesce(segment, '') = :segment");
            params.put("segment", filter.segment());
        }
        if (filter.month() != null) {
            where.append(" and " + MONTH + " = :month");
            params.put("month", filter.month());
            params.put("zone", clock.getZone().getId());
        }
        return where.toString();
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
