package io.tradeflow.credit;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much each buyer may owe, who said so and why. */
@Service
@Transactional
public class CreditAccounts {

    private static final Set<String> SEE = Set.of("finance", "credit-controllers", "sales-managers", "directors");
    private static final Set<String> SET = Set.of("finance", "credit-controllers", "directors");

    private final AccountTable table;
    private final ExposureBook book;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditAccounts(
            AccountTable table, ExposureBook book, Parties parties, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.book = book;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this actor is shown what buyers owe. */
    public boolean mayRead(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && isIn(staff, SEE);
    }

    /** Whether this actor sets limits. */
    public boolean maySet(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && isIn(staff, SET);
    }

    /** @throws Problem {@code credit-only} */
    public void requireReader(Actor by) {
        if (!mayRead(by)) {
            throw Problem.forbidden(
                    "credit-only",
                    "What buyers owe is shown to finance, credit controllers, sales managers and directors");
        }
    }

    /** All accounts, those nearest to their limit or beyond it first. @throws Problem {@code credit-only} */
    @Transactional(readOnly = true)
    public List<CreditAccount> accounts(Actor by) {
        requireReader(by);
        return table.all();
    }

    /** @throws Problem {@code credit-only} */
    @Transactional(readOnly = true)
    public List<LimitChange> changes(Actor by, String buyerCode, String currency) {
        requireReader(by);
        return table.changes(buyerCode, currency);
    }

    /**
     * Sets the limit, with the reason kept; publishes {@link CreditEased}. Setting the same once more changes nothing.
     *
     * @throws Problem {@code credit-limit-only}; {@code invalid-credit-limit} naming every wrong field; not-found
     */
    public void setLimit(Actor by, String buyerCode, String currency, CreditLimit limit) {
        if (!maySet(by)) {
            throw Problem.forbidden(
                    "credit-limit-only", "Credit limits are set by finance, credit controllers and directors");
        }
        parties.buyer(buyerCode);
        check(currency, limit);
        String group = limit.groupCode() == null || limit.groupCode().isBlank()
                ? null
                : limit.groupCode().strip().toUpperCase(Locale.ROOT);
        book.hold(buyerCode, currency);
        table.setLimit(
                buyerCode,
                currency,
                new CreditLimit(
                        limit.amount(),
                        limit.validUntil(),
                        group,
                        limit.reason().strip()),
                by.name());
        events.publishEvent(new CreditEased(buyerCode, currency));
    }

    private void check(String currency, CreditLimit limit) {
        List<Violation> wrong = new ArrayList<>();
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            wrong.add(new Violation("currency", "Say the currency as three letters, such as INR"));
        }
        if (limit.amount() == null
                || limit.amount().signum() < 0
                || limit.amount().precision() - limit.amount().scale() > 13) {
            wrong.add(new Violation("amount", "The limit is zero or more"));
        }
        if (limit.validUntil() != null && limit.validUntil().isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation("validUntil", "The last day of the limit is today or later"));
        }
        if (limit.groupCode() != null && limit.groupCode().strip().length() > 40) {
            wrong.add(new Violation("groupCode", "A group has at most 40 characters"));
        }
        if (limit.reason() == null
                || limit.reason().isBlank()
                || limit.reason().strip().length() > 500) {
            wrong.add(new Violation("reason", "Say in at most 500 characters why the limit is set"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-credit-limit", "The limit cannot be set like this", wrong);
        }
    }

    private static boolean isIn(Actor.Staff staff, Set<String> groups) {
        return groups.stream().anyMatch(staff::isIn);
    }
}
