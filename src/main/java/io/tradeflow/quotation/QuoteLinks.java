package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.LinkedQuote.Answer;
import io.tradeflow.quotation.LinkedQuote.Person;
import io.tradeflow.quotation.LinkedQuote.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers by the link in a quote's mail, without signing in. A link belongs to one revision with exactly the content that was mailed, ends
 * with its validity and is used up by the first answer. From there on an answer goes the way of every other, gates included.
 */
@Service
public class QuoteLinks {

    private static final int LONGEST_NAME = 200;

    private final LinkTable links;
    private final StoredQuotes stored;
    private final BuyerAnswers answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteLinks(
            LinkTable links, StoredQuotes stored, BuyerAnswers answers, ApplicationEventPublisher events, Clock clock) {
        this.links = links;
        this.stored = stored;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /** What the link leads to; changes nothing, so that programs which look into mails do no harm. Empty where there is no such link. */
    @Transactional(readOnly = true)
    public Optional<LinkedQuote> open(String secret) {
        return links.find(secret).map(link -> {
            StoredQuote quote = stored.findRevisions(link.quoteNumber()).stream()
                    .filter(revision -> revision.revision == link.revision())
                    .findFirst()
                    .orElseThrow(() -> QuoteProblems.notFound(link.quoteNumber()));
            Quote shown = QuoteViews.of(quote, actor(link, quote, link.recipient()));
            return new LinkedQuote(
                    shown, link.recipient(), state(link, quote), link.answer(), link.usedBy(), link.usedAt());
        });
    }

    /**
     * Accepts what was mailed. Where a gate lets the acceptance wait the quote comes back still open; the link is used up all the same.
     *
     * @param lines the lines that are taken; empty for all firm ones
     * @param delivery how it is to be delivered
     * @throws Problem not-found, {@code link-used}, {@code link-expired}, {@code quote-superseded}, {@code name-missing} or as
     *     {@link Quotations#accept}
     */
    @Transactional
    public Quote accept(
            String secret,
            Person person,
            String poNumber,
            LocalDate poDate,
            Set<Integer> lines,
            DeliveryWishes delivery) {
        Used used = use(secret, Answer.ACCEPTED, person);
        return QuoteViews.of(
                answers.accept(
                        used.by,
                        used.link.quoteNumber(),
                        new BuyerAnswers.Yes(used.link.revision(), poNumber, poDate, lines, delivery)),
                used.by);
    }

    /** Declines what was mailed. @throws Problem as {@link #accept} */
    @Transactional
    public void decline(String secret, Person person, String reason) {
        Used used = use(secret, Answer.DECLINED, person);
        answers.decline(used.by, used.link.quoteNumber(), used.link.revision(), reason);
    }

    /** Asks for a change of what was mailed. @throws Problem as {@link #accept} */
    @Transactional
    public void requestChange(String secret, Person person, String wish) {
        Used used = use(secret, Answer.CHANGE, person);
        answers.requestChange(used.by, used.link.quoteNumber(), used.link.revision(), CounterOfferDraft.message(wish));
    }

    private record Used(LinkTable.Row link, Actor.BuyerUser by) {}

    private Used use(String secret, Answer answer, Person typed) {
        LinkTable.Row link = links.find(secret).orElseThrow(QuoteLinks::unknown);
        Person person = checked(typed);
        if (!links.use(secret, answer, person)) {
            throw used();
        }
        StoredQuote current =
                stored.lockCurrent(link.quoteNumber()).orElseThrow(() -> QuoteProblems.notFound(link.quoteNumber()));
        if (current.revision != link.revision()) {
            throw QuoteProblems.superseded(current, link.revision());
        }
        if (!link.contentHash().equals(current.contentHash)) {
            throw unknown();
        }
        if (current.isOverOn(LocalDate.now(clock))) {
            throw expired(current);
        }
        Actor.BuyerUser by = actor(link, current, person.name());
        events.publishEvent(DealProgress.internal(
                current.dealNumber,
                "Answered by the link mailed to " + link.recipient() + ", as " + person.name() + ", from "
                        + person.address(),
                current.number,
                by));
        return new Used(link, by);
    }

    private State state(LinkTable.Row link, StoredQuote quote) {
        if (link.usedAt() != null) {
            return State.USED;
        }
        if (quote.status == QuoteStatus.SUPERSEDED) {
            return State.SUPERSEDED;
        }
        if (quote.isOverOn(LocalDate.now(clock))) {
            return State.EXPIRED;
        }
        return quote.status == QuoteStatus.SENT ? State.OPEN : State.OVER;
    }

    /** Known by the address the mail went to, so that limits of that person hold here too. */
    private static Actor.BuyerUser actor(LinkTable.Row link, StoredQuote quote, String name) {
        return new Actor.BuyerUser(link.recipient(), name, quote.buyerCode);
    }

    private static Person checked(Person typed) {
        String name = typed.name() == null ? "" : typed.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name-missing", "name", "Type your name, at most " + LONGEST_NAME + " characters");
        }
        return new Person(name, typed.address());
    }

    private static Problem unknown() {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "not-found",
                "This link is not known",
                "Open the link of our mail again, all of it, or sign in",
                List.of());
    }

    private static Problem used() {
        return Problem.conflict(
                "link-used",
                "This link was used already",
                "A link takes one answer. Sign in to see the deal, or answer our mail");
    }

    private static Problem expired(StoredQuote quote) {
        return Problem.conflict(
                "link-expired",
                "The validity is over",
                "The link ended with the quote on " + QuoteMails.day(quote.validUntil)
                        + ". Answer our mail and we quote anew");
    }
}
