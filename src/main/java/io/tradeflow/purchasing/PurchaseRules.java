package io.tradeflow.purchasing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.BuyerPeople;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a buyer's company approves: the second level, the time until the next unit is asked, and who stands in for whom. */
@Service
public class PurchaseRules {

    private static final int LONGEST_WAIT_HOURS = 720;

    private final JdbcClient jdbc;
    private final BuyerPeople people;
    private final Clock clock;

    PurchaseRules(JdbcClient jdbc, BuyerPeople people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public PurchasePolicy policy(String buyerCode) {
        return jdbc.sql(
                        "select second_level_above, escalate_after_hours from purchase_policy where buyer_code = :buyer")
                .param("buyer", buyerCode)
                .query(PurchasePolicy.class)
                .optional()
                .orElse(PurchasePolicy.USUAL);
    }

    /** @throws Problem {@code invalid-policy}, {@code administrators-only} */
    @Transactional
    public void savePolicy(Actor by, String buyerCode, PurchasePolicy policy) {
        people.requireMayKeep(by, buyerCode);
        List<Violation> wrong = new ArrayList<>();
        BigDecimal above = policy.secondLevelAbove();
        if (above != null && above.signum() < 0) {
            wrong.add(new Violation("secondLevelAbove", "is an amount from zero up, or empty for never"));
        }
        if (policy.escalateAfterHours() < 1 || policy.escalateAfterHours() > LONGEST_WAIT_HOURS) {
            wrong.add(new Violation("escalateAfterHours", "is between 1 and " + LONGEST_WAIT_HOURS));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-policy", "The rules need correction", wrong);
        }
        jdbc.sql(
                        """
                        insert into purchase_policy (buyer_code, second_level_above, escalate_after_hours) values (:buyer, :above, :hours)
                        on conflict (buyer_code) do update set second_level_above = :above, escalate_after_hours = :hours""")
                .param("buyer", buyerCode)
                .param("above", above, Types.NUMERIC)
                .param("hours", policy.escalateAfterHours())
                .update();
    }

    /** The company's deputies whose time is not over. */
    @Transactional(readOnly = true)
    public List<Deputy> deputies(String buyerCode) {
        return jdbc.sql(
                        """
                        select d.id, d.user_id, u.name as user_name, d.deputy_id, v.name as deputy_name, d.from_day, d.until_day
                        from buyer_deputy d join buyer_user u on u.user_id = d.user_id join buyer_user v on v.user_id = d.deputy_id
                        where u.buyer_code = :buyer and v.active and d.until_day >= :today order by d.from_day, d.id""")
                .param("buyer", buyerCode)
                .param("today", LocalDate.now(clock))
                .query(Deputy.class)
                .list();
    }

    /** Those who stand in today. */
    List<Deputy> deputiesToday(String buyerCode) {
        LocalDate today = LocalDate.now(clock);
        return deputies(buyerCode).stream()
                .filter(deputy -> !deputy.fromDay().isAfter(today))
                .toList();
    }

    /** Approvers name a deputy for themselves, administrators for anybody. @throws Problem {@code invalid-deputy}, not-found */
    @Transactional
    public void addDeputy(
            Actor by, String buyerCode, String userId, String deputyId, LocalDate fromDay, LocalDate untilDay) {
        if (!(by instanceof Actor.BuyerUser user
                && user.buyerCode().equals(buyerCode)
                && user.userId().equals(userId))) {
            people.requireMayKeep(by, buyerCode);
        }
        List<Violation> wrong = new ArrayList<>();
        if (userId == null || deputyId == null || userId.equals(deputyId)) {
            wrong.add(new Violation("deputyId", "is somebody else of the company"));
        }
        if (fromDay == null || untilDay == null || untilDay.isBefore(fromDay)) {
            wrong.add(new Violation("untilDay", "is the first day or later"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-deputy", "The deputy's data are not right", wrong);
        }
        jdbc.sql(
                        "insert into buyer_deputy (user_id, deputy_id, from_day, until_day) values (:user, :deputy, :from, :until)")
                .param("user", people.person(buyerCode, userId).userId())
                .param("deputy", people.person(buyerCode, deputyId).userId())
                .param("from", fromDay)
                .param("until", untilDay)
                .update();
    }

    /** @throws Problem not-found */
    @Transactional
    public void removeDeputy(Actor by, String buyerCode, long id) {
        Deputy deputy = deputies(buyerCode).stream()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("deputy", String.valueOf(id)));
        if (!by.userId().equals(deputy.userId())) {
            people.requireMayKeep(by, buyerCode);
        }
        jdbc.sql("delete from buyer_deputy where id = :id").param("id", id).update();
    }
}
