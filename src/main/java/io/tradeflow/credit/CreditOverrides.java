package io.tradeflow.credit;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may owe more than the limit, because of which revision of which order, how much more and how long. */
@Service
@Transactional
public class CreditOverrides {

    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 13;

    private final OverrideTable table;
    private final ExposureBook book;
    private final CreditAccounts accounts;
    private final CreditSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditOverrides(
            OverrideTable table,
            ExposureBook book,
            CreditAccounts accounts,
            CreditSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Allows the order, as it is in this revision, to bring its buyer over the limit; takes the place of the one that stood. Publishes
     * {@link CreditEased}.
     *
     * @throws Problem {@code credit-limit-only}; {@code invalid-credit-override} naming every wrong field
     */
    public void grant(Actor by, Debt debt, int revision, CreditOverride.Terms terms) {
        if (!accounts.maySet(by)) {
            throw Problem.forbidden(
                    "credit-limit-only", "Finance, credit controllers and directors allow more than the limit");
        }
        check(terms);
        replace(
                debt.orderNumber(),
                revision,
                debt.buyerCode(),
                Money.of(terms.ceiling(), debt.currency()),
                terms.validUntil(),
                terms.reason().strip(),
                by.name());
    }

    /**
     * The approval of a quote or of a change allows what its approvers saw; nothing where they saw no excess.
     *
     * @param excess by how much the limit would be exceeded when they decided
     */
    public void approved(String subjectNumber, int revision, String buyerCode, Money excess, String by) {
        if (excess.isPositive()) {
            replace(
                    subjectNumber,
                    revision,
                    buyerCode,
                    excess,
                    LocalDate.now(clock).plus(settings.overrideLastsFor()),
                    "Approved with " + subjectNumber,
                    by);
        }
    }

    /** What was approved has become this revision of the order: its override, where there is one, goes over to it. May be repeated. */
    public void carryOver(String subjectNumber, int revision, Debt debt, int orderRevision) {
        book.hold(debt);
        table.standing(subjectNumber, revision).ifPresent(approved -> {
            table.end(approved.id(), Actor.PROGRAM.name());
            replace(
                    debt.orderNumber(),
                    orderRevision,
                    debt.buyerCode(),
                    approved.ceiling(),
                    approved.validUntil(),
                    approved.reason(),
                    approved.grantedBy());
        });
    }

    /** @throws Problem {@code credit-limit-only}; not-found; {@code override-ended} */
    public void withdraw(Actor by, String buyerCode, String currency, long id) {
        if (!accounts.maySet(by)) {
            throw Problem.forbidden(
                    "credit-limit-only", "Finance, credit controllers and directors take an override back");
        }
        table.find(buyerCode, currency, id).orElseThrow(() -> Problem.notFound("override", String.valueOf(id)));
        if (!table.end(id, by.name())) {
            throw Problem.conflict("override-ended", "Ended already", "This override does not stand any more");
        }
    }

    /** Newest first. @throws Problem {@code credit-only} */
    @Transactional(readOnly = true)
    public List<CreditOverride> ofAccount(Actor by, String buyerCode, String currency) {
        accounts.requireReader(by);
        return table.ofAccount(buyerCode, currency);
    }

    private void replace(
            String subject, int revision, String buyerCode, Money ceiling, LocalDate until, String reason, String by) {
        String currency = ceiling.currency().getCurrencyCode();
        book.hold(buyerCode, currency);
        table.standing(subject, revision).ifPresent(before -> table.end(before.id(), by));
        table.insert(subject, revision, buyerCode, ceiling, until, reason, by);
        events.publishEvent(new CreditEased(buyerCode, currency));
    }

    private void check(CreditOverride.Terms terms) {
        List<Violation> wrong = new ArrayList<>();
        BigDecimal ceiling = terms.ceiling();
        if (ceiling == null || ceiling.signum() <= 0 || ceiling.precision() - ceiling.scale() > MOST_DIGITS) {
            wrong.add(new Violation("ceiling", "Say how much more than the limit may be owed: above zero"));
        }
        if (terms.validUntil() == null || terms.validUntil().isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation("validUntil", "Say until which day, today or later"));
        }
        if (terms.reason() == null
                || terms.reason().isBlank()
                || terms.reason().strip().length() > LONGEST) {
            wrong.add(new Violation("reason", "Say in at most " + LONGEST + " characters why"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-credit-override", "More than the limit cannot be allowed like this", wrong);
        }
    }
}
