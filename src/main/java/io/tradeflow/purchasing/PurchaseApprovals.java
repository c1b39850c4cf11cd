package io.tradeflow.purchasing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.purchasing.PurchaseApproval.Asked;
import io.tradeflow.purchasing.PurchaseApproval.Outcome;
import io.tradeflow.purchasing.PurchaseApproval.State;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The buyer's own approvals of acceptances, as the buyer's people see and decide them. */
@Service
public class PurchaseApprovals {

    private static final int SHORTEST_COMMENT = 5;
    private static final int LONGEST_COMMENT = 1000;

    private final PurchaseTable table;
    private final BuyerPeople people;
    private final PurchaseRules rules;
    private final Quotations quotations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PurchaseApprovals(
            PurchaseTable table,
            BuyerPeople people,
            PurchaseRules rules,
            Quotations quotations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.rules = rules;
        this.quotations = quotations;
        this.events = events;
        this.clock = clock;
    }

    /** The company's approvals that concern this person, newest first. */
    @Transactional(readOnly = true)
    public List<PurchaseApproval> of(Actor.BuyerUser by) {
        return table.ofBuyer(by.buyerCode()).stream()
                .filter(approval -> concerns(approval, by))
                .toList();
    }

    /** @throws Problem not-found for another company and for whom it does not concern */
    @Transactional(readOnly = true)
    public PurchaseApproval approval(Actor.BuyerUser by, long id) {
        return table.find(id)
                .filter(approval -> approval.buyerCode().equals(by.buyerCode()) && concerns(approval, by))
                .orElseThrow(() -> Problem.notFound("purchase approval", String.valueOf(id)));
    }

    /** What the deal waits for in the buyer's company, if it does; the caller shows the seller neither names nor limits. */
    @Transactional(readOnly = true)
    public Optional<PurchaseApproval> openOfDeal(String dealNumber) {
        return table.ofDeal(dealNumber).stream()
                .filter(PurchaseApproval::isOpen)
                .findFirst();
    }

    /** Whether this person can decide now: asked, or today's deputy of somebody asked. */
    @Transactional(readOnly = true)
    public boolean mayDecide(Actor.BuyerUser by, PurchaseApproval approval) {
        return approval.isOpen()
                && approval.levelOpen()
                && !approval.requesterId().equals(by.userId())
                && !approval.hasDecided(by.userId())
                && people.find(by).filter(BuyerPerson::active).isPresent()
                && inWhoseRight(by, approval).isPresent();
    }

    /**
     * Decides on the present level; tells the process ({@link PurchaseDecided}). Refusing and sending back need a comment.
     *
     * @throws Problem not-found, {@code four-eyes}, {@code already-decided}, {@code not-asked}, {@code comment-missing},
     *     {@code quote-changed} when the quote is not any more what the approval is about
     */
    @Transactional
    public PurchaseApproval decide(Actor.BuyerUser by, long id, Outcome outcome, String comment) {
        PurchaseApproval approval = table.lock(id)
                .filter(found -> found.buyerCode().equals(by.buyerCode()) && concerns(found, by))
                .orElseThrow(() -> Problem.notFound("purchase approval", String.valueOf(id)));
        if (approval.requesterId().equals(by.userId())) {
            throw Problem.forbidden("four-eyes", "You asked for this order, so somebody else decides on it");
        }
        requireOpen(approval);
        BuyerPerson person = people.find(by)
                .filter(BuyerPerson::active)
                .orElseThrow(() -> Problem.forbidden("not-asked", "Your sign-in is not active any more"));
        Asked asked = inWhoseRight(by, approval)
                .filter(found -> !approval.hasDecided(by.userId()))
                .orElseThrow(() -> Problem.forbidden("not-asked", "You are not asked to decide on this order"));
        String said = checked(outcome, comment);
        requireUnchanged(approval);
        String insteadOf = asked.userId().equals(by.userId()) ? null : asked.name();
        table.decide(approval, person, insteadOf, outcome, said);
        if (outcome != Outcome.APPROVED) {
            table.end(id, outcome == Outcome.REFUSED ? State.REFUSED : State.SENT_BACK, null);
        }
        events.publishEvent(
                DealProgress.noted(approval.dealNumber(), fact(approval, outcome), approval.quoteNumber(), by));
        events.publishEvent(new PurchaseDecided(approval.dealNumber(), id, outcome));
        return table.find(id).orElseThrow();
    }

    private boolean concerns(PurchaseApproval approval, Actor.BuyerUser by) {
        return approval.requesterId().equals(by.userId())
                || approval.hasDecided(by.userId())
                || approval.asked().stream().anyMatch(asked -> asked.userId().equals(by.userId()))
                || inWhoseRight(by, approval).isPresent()
                || people.find(by)
                        .filter(person -> person.active() && person.is(BuyerRole.ADMINISTRATOR))
                        .isPresent();
    }

    /** Who was asked and is this person, or stands in for today. */
    private Optional<Asked> inWhoseRight(Actor.BuyerUser by, PurchaseApproval approval) {
        List<Asked> asked = approval.askedNow();
        Optional<Asked> self = asked.stream()
                .filter(person -> person.userId().equals(by.userId()))
                .findFirst();
        return self.or(() -> rules.deputiesToday(approval.buyerCode()).stream()
                .filter(deputy -> deputy.deputyId().equals(by.userId()))
                .flatMap(deputy ->
                        asked.stream().filter(person -> person.userId().equals(deputy.userId())))
                .findFirst());
    }

    private static void requireOpen(PurchaseApproval approval) {
        if (approval.isOpen() && approval.levelOpen()) {
            return;
        }
        if (approval.decisions().isEmpty() || approval.state() == State.LAPSED) {
            throw Problem.conflict("already-decided", "Nothing left to decide", "This request has lapsed meanwhile");
        }
        PurchaseApproval.Decision last =
                approval.decisions().get(approval.decisions().size() - 1);
        String verb =
                switch (last.outcome()) {
                    case APPROVED -> "approved";
                    case REFUSED -> "refused";
                    case SENT_BACK -> "sent back";
                };
        throw Problem.conflict(
                "already-decided", "Somebody was quicker", last.name() + " has " + verb + " this already");
    }

    private void requireUnchanged(PurchaseApproval approval) {
        Quote quote = quotations.quote(approval.quoteNumber());
        boolean same = quote.status() == QuoteStatus.SENT
                && quote.revision() == approval.revision()
                && quote.contentHash().equals(approval.contentHash())
                && !LocalDate.now(clock).isAfter(quote.validUntil());
        if (!same) {
            throw Problem.conflict(
                    "quote-changed",
                    "The quote is not what it was",
                    approval.quoteNumber() + " revision " + approval.revision()
                            + " cannot be accepted any more; look at the deal");
        }
    }

    private static String checked(Outcome outcome, String comment) {
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        if (outcome == null) {
            throw Problem.invalid("outcome-missing", "outcome", "Choose approve, refuse or send back");
        }
        if (outcome != Outcome.APPROVED && (said == null || said.length() < SHORTEST_COMMENT)) {
            throw Problem.invalid(
                    "comment-missing", "comment", "Say in at least " + SHORTEST_COMMENT + " characters why not");
        }
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw Problem.invalid(
                    "comment-too-long", "comment", "A comment has at most " + LONGEST_COMMENT + " characters");
        }
        return said;
    }

    private static String fact(PurchaseApproval approval, Outcome outcome) {
        String level = approval.levels() > 1 ? " (" + approval.level() + " of " + approval.levels() + ")" : "";
        return switch (outcome) {
            case APPROVED -> "Approved in the buyer's company" + level;
            case REFUSED -> "Not approved in the buyer's company";
            case SENT_BACK -> "Sent back in the buyer's company";
        };
    }
}
