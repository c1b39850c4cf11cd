package io.tradeflow.purchasing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.purchasing.PurchaseApproval.Asked;
import io.tradeflow.purchasing.PurchaseApproval.State;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does with a buyer's approval: asks, reminds, escalates, goes up a level, orders or tells why not. All may be repeated. */
@Service
@Transactional
public class PurchaseRounds {

    private static final Duration REMINDER_BEFORE_END = Duration.ofDays(1);

    private final PurchaseTable table;
    private final ApproverSearch approvers;
    private final PurchaseRules rules;
    private final PurchaseMails mails;
    private final Quotations quotations;
    private final BuyerPeople people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PurchaseRounds(
            PurchaseTable table,
            ApproverSearch approvers,
            PurchaseRules rules,
            PurchaseMails mails,
            Quotations quotations,
            BuyerPeople people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.approvers = approvers;
        this.rules = rules;
        this.mails = mails;
        this.quotations = quotations;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** When the approver is reminded and when the next one up is asked. */
    public record Dates(Instant reminder, Instant escalation) {}

    /** Asks those who decide on the present level. */
    public Dates ask(long id) {
        PurchaseApproval approval = find(id);
        Set<String> excluded = new HashSet<>(Set.of(approval.requesterId()));
        approval.decisions().forEach(decision -> excluded.add(decision.userId()));
        List<List<BuyerPerson>> steps = approvers.steps(approval.buyerCode(), approval.requesterId());
        List<BuyerPerson> asked = approvers.next(steps, excluded, askedBefore(approval));
        askAll(approval, asked.isEmpty() ? approvers.next(steps, excluded, Set.of()) : asked, false);
        return dates(approval);
    }

    /** Reminds those who have not decided. */
    public void remind(long id) {
        PurchaseApproval approval = find(id);
        if (approval.isOpen() && approval.levelOpen()) {
            approval.askedNow().forEach(asked -> mails.reminder(approval, asked.userId(), asked.name()));
        }
    }

    /** Asks the next unit up as well; where there is none, reminds. */
    public void escalate(long id) {
        PurchaseApproval approval = find(id);
        if (!approval.isOpen() || !approval.levelOpen()) {
            return;
        }
        Set<String> excluded = new HashSet<>(Set.of(approval.requesterId()));
        approval.decisions().forEach(decision -> excluded.add(decision.userId()));
        List<BuyerPerson> next = approvers.next(
                approvers.steps(approval.buyerCode(), approval.requesterId()), excluded, askedBefore(approval));
        if (next.isEmpty()) {
            remind(id);
        }
        askAll(approval, next, true);
    }

    /** Goes up a level where one is left; whether all levels are approved. */
    public boolean completeLevel(long id) {
        PurchaseApproval approval = find(id);
        if (approval.isOpen() && approval.level() < approval.levels()) {
            table.openNextLevel(id);
            return false;
        }
        if (approval.isOpen()) {
            table.end(id, State.APPROVED, null);
        }
        return true;
    }

    /** Why the approved acceptance cannot be made any more; empty if it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(long id) {
        PurchaseApproval approval = find(id);
        Quote quote = quotations.quote(approval.quoteNumber());
        if (!quote.isOpenOn(LocalDate.now(clock))
                || quote.revision() != approval.revision()
                || !quote.contentHash().equals(approval.contentHash())) {
            return Optional.of("the quote is not open any more");
        }
        if (quotations.isPoNumberUsed(approval.buyerCode(), approval.poNumber())) {
            return Optional.of("the PO number " + approval.poNumber() + " was used for another order meanwhile");
        }
        boolean barred =
                people.find(requester(approval)).filter(p -> !p.mayAnswer()).isPresent();
        return barred
                ? Optional.of(approval.requesterName() + " does not order for the company any more")
                : Optional.empty();
    }

    /** Accepts the quote for who asked. */
    public void order(long id) {
        PurchaseApproval approval = find(id);
        Quote accepted = quotations.accept(
                requester(approval),
                approval.quoteNumber(),
                approval.revision(),
                approval.poNumber(),
                approval.poDate());
        if (accepted.status() != QuoteStatus.ACCEPTED) {
            throw Problem.conflict(
                    "approval-missing", "Not approved", approval.quoteNumber() + " is not approved as it is now");
        }
        mails.ordered(approval);
    }

    /** Tells the requester what was decided. */
    public void tellDecision(long id) {
        mails.notApproved(find(id));
    }

    /** Nobody decided in time, or there is nothing left to decide. */
    public void lapse(long id) {
        PurchaseApproval approval = find(id);
        if (!approval.isOpen()) {
            return;
        }
        boolean over = LocalDate.now(clock).isAfter(approval.openUntil());
        String why = over ? "nobody decided before the quote's validity ended" : "the quote is not open any more";
        table.end(id, State.LAPSED, why);
        events.publishEvent(DealProgress.noted(
                approval.dealNumber(),
                "The buyer's own approval has lapsed: " + why,
                approval.quoteNumber(),
                Actor.PROGRAM));
        mails.over(approval, why);
    }

    /** It was approved, but the quote was no longer there to accept. */
    public void tellUnordered(long id) {
        PurchaseApproval approval = find(id);
        String why = obstacle(id).orElse("the quote is not open any more");
        table.end(id, State.LAPSED, why);
        events.publishEvent(DealProgress.noted(
                approval.dealNumber(), "Approved, but not ordered: " + why, approval.quoteNumber(), Actor.PROGRAM));
        mails.over(approval, why);
    }

    private void askAll(PurchaseApproval approval, List<BuyerPerson> asked, boolean escalated) {
        for (BuyerPerson person : asked) {
            table.ask(approval, person, escalated);
            mails.asked(approval, person.userId(), person.name(), null);
            rules.deputiesToday(approval.buyerCode()).stream()
                    .filter(deputy -> deputy.userId().equals(person.userId())
                            && !deputy.deputyId().equals(approval.requesterId()))
                    .forEach(deputy -> mails.asked(approval, deputy.deputyId(), deputy.deputyName(), person.name()));
        }
    }

    /** A date that would fall behind the validity's end moves to half of the time that is left. */
    private Dates dates(PurchaseApproval approval) {
        Instant now = clock.instant();
        Instant end =
                approval.openUntil().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Instant half = now.plus(Duration.between(now, end).dividedBy(2));
        Instant reminder = end.minus(REMINDER_BEFORE_END);
        Instant escalation =
                now.plus(Duration.ofHours(rules.policy(approval.buyerCode()).escalateAfterHours()));
        return new Dates(reminder.isAfter(now) ? reminder : half, escalation.isBefore(end) ? escalation : half);
    }

    private static Set<String> askedBefore(PurchaseApproval approval) {
        return approval.asked().stream().map(Asked::userId).collect(Collectors.toSet());
    }

    private static Actor.BuyerUser requester(PurchaseApproval approval) {
        return new Actor.BuyerUser(approval.requesterId(), approval.requesterName(), approval.buyerCode());
    }

    private PurchaseApproval find(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("purchase approval", String.valueOf(id)));
    }
}
