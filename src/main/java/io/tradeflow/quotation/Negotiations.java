package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What buyer and sales desk say to each other about a sent quote. Only the side whose turn it is makes a move; what is agreed on becomes a
 * revision, which is approved and sent like every other.
 */
@Service
public class Negotiations {

    private static final int LONGEST_EXTENSION_DAYS = 366;

    private final StoredQuotes stored;
    private final BuyerAnswers answers;
    private final QuotePreparation preparation;
    private final AgreedRevisions agreed;
    private final CounterOfferTable counterOffers;
    private final DiscussionTable discussion;
    private final ExtensionTable extensions;
    private final ChosenLinesTable chosenLines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Negotiations(
            StoredQuotes stored,
            BuyerAnswers answers,
            QuotePreparation preparation,
            AgreedRevisions agreed,
            CounterOfferTable counterOffers,
            DiscussionTable discussion,
            ExtensionTable extensions,
            ChosenLinesTable chosenLines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.answers = answers;
        this.preparation = preparation;
        this.agreed = agreed;
        this.counterOffers = counterOffers;
        this.discussion = discussion;
        this.extensions = extensions;
        this.chosenLines = chosenLines;
        this.events = events;
        this.clock = clock;
    }

    /** How it stands, as this actor may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public Negotiation of(Actor by, String number) {
        StoredQuote seen = visible(by, number);
        Turn turn = stored.findCurrent(number)
                .map(current -> current.turnOn(LocalDate.now(clock)))
                .orElse(Turn.NOBODY);
        return new Negotiation(
                number,
                seen.revision,
                turn,
                counterOffers.of(number).stream()
                        .map(offer -> by instanceof Actor.BuyerUser && offer.revision() >= seen.revision
                                ? offer.withoutAnswers()
                                : offer)
                        .toList(),
                discussion.of(number),
                extensions.of(number),
                chosenLines.of(number));
    }

    /**
     * The buyer wants something otherwise, line by line or as a whole; the sales desk may record it for the buyer. Ends the sent revision and
     * tells the process ({@link QuoteChangeRequested}).
     *
     * @throws Problem {@code quote-superseded}, {@code not-your-turn}, {@code quote-expired}, {@code quote-not-open}, {@code wish-missing},
     *     {@code counter-offer-invalid} naming every wrong field
     */
    @Transactional
    public Negotiation counter(Actor by, String number, int revision, CounterOfferDraft offer) {
        answers.requestChange(by, number, revision, offer);
        return of(by, number);
    }

    /** One line's answer. {@code note} is for the buyer and may be null. */
    public record LineAnswer(int lineNo, CounterOffer.Answer answer, String note) {}

    /**
     * The sales desk answers lines of the counter-offer that the draft is about; what is adopted is put on the draft, as {@link Quotations#edit}
     * does, so that it is priced and approved like every change.
     *
     * @throws Problem {@code not-your-turn} where nothing waits for an answer, {@code answer-invalid}, or as editing does
     */
    @Transactional
    public Quote answer(Actor by, String number, List<LineAnswer> given) {
        if (by instanceof Actor.BuyerUser) {
            throw QuoteProblems.notFound(number);
        }
        StoredQuote draft = stored.lockCurrent(number).orElseThrow(() -> QuoteProblems.notFound(number));
        CounterOffer offer = counterOffers.of(number).stream()
                .filter(candidate -> draft.isDraft() && candidate.revision() == draft.revision - 1)
                .findFirst()
                .orElseThrow(() -> QuoteProblems.notYourTurn("No counter-offer to " + number + " waits for an answer"));
        check(offer, given);
        List<LineChange> changes = new ArrayList<>();
        List<Integer> removed = new ArrayList<>();
        for (LineAnswer answer : given) {
            CounterOffer.Line wish = offer.line(answer.lineNo()).orElseThrow();
            if (answer.answer() == CounterOffer.Answer.ADOPTED && wish.isAdoptable()) {
                int lineNo = continued(draft, wish);
                if (wish.leaveOut()) {
                    removed.add(lineNo);
                } else {
                    changes.add(new LineChange(
                            lineNo, wish.quantity(), wish.unitPrice(), null, null, null, null, wish.neededBy(), false));
                }
            }
            counterOffers.answer(number, offer.revision(), answer.lineNo(), answer.answer(), answer.note(), by);
        }
        return changes.isEmpty() && removed.isEmpty()
                ? draft.toQuote()
                : preparation.edit(by, draft, new QuoteEdit(null, changes, null, removed, null, null, null));
    }

    private static void check(CounterOffer offer, List<LineAnswer> given) {
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            LineAnswer answer = given.get(i);
            if (offer.line(answer.lineNo()).isEmpty()) {
                wrong.add(new Violation(
                        "lines[" + i + "].lineNo", "The counter-offer has no wish for line " + answer.lineNo()));
            }
            if (answer.answer() == null) {
                wrong.add(new Violation("lines[" + i + "].answer", "Say ADOPTED or KEPT"));
            }
            QuoteTexts.longest("lines[" + i + "].note", answer.note(), QuoteTexts.LONGEST_LINE, wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("answer-invalid", "The answers need correction", wrong);
        }
    }

    private static int continued(StoredQuote draft, CounterOffer.Line wish) {
        return draft.lines.stream()
                .filter(line -> line.previousLineNo() != null && line.previousLineNo() == wish.lineNo())
                .map(StoredQuoteLine::lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "line-gone", "The line is gone", "Line " + wish.lineNo() + " is not in the draft any more"));
    }

    /** Adds a message to the discussion; mailed to the other side. @throws Problem {@code message-invalid} */
    @Transactional
    public void say(Actor by, String number, Integer lineNo, String text) {
        StoredQuote seen = visible(by, number);
        List<Violation> wrong = new ArrayList<>();
        if (text == null || text.isBlank()) {
            wrong.add(new Violation("text", "Write something"));
        }
        QuoteTexts.longest("text", text, QuoteTexts.LONGEST_NOTE, wrong);
        if (lineNo != null && seen.lines.stream().noneMatch(line -> line.lineNo() == lineNo)) {
            wrong.add(new Violation("lineNo", "The quote has no line " + lineNo));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("message-invalid", "The message needs correction", wrong);
        }
        QuoteMessage.Side side = by instanceof Actor.BuyerUser ? QuoteMessage.Side.BUYER : QuoteMessage.Side.SELLER;
        if (side == QuoteMessage.Side.SELLER && !seen.wasSent() && seen.revision == 1) {
            throw QuoteProblems.notYourTurn("The buyer does not know this quote yet; use the internal note");
        }
        long id = discussion.insert(seen, lineNo, side, by, text.strip());
        tellOther(
                "quote-message:" + id, seen, side, by, (lineNo == null ? "" : "Line " + lineNo + ": ") + text.strip());
    }

    /**
     * The buyer asks for a longer validity. Of an open quote the process has the sales desk decide; of one that is over the sales desk is
     * told, and quotes anew if it likes.
     *
     * @throws Problem {@code extension-invalid}, {@code extension-asked} where a request is open, or as answering does
     */
    @Transactional
    public ExtensionRequest askExtension(Actor by, String number, LocalDate until, String reason) {
        StoredQuote quote = answers.locked(by, number);
        LocalDate today = LocalDate.now(clock);
        if (!quote.isOverOn(today)) {
            answers.requireOpen(quote, null);
        }
        checkUntil("wantedUntil", quote, until, reason);
        if (extensions.of(number).stream().anyMatch(ExtensionRequest::isOpen)) {
            throw Problem.conflict(
                    "extension-asked",
                    "It is asked for already",
                    "The sales desk has not decided the last request yet");
        }
        long id = extensions.insert(quote, by, until, QuoteTexts.changed(reason, null));
        String fact = "Longer validity asked for, until " + QuoteMails.day(until);
        events.publishEvent(DealProgress.noted(quote.dealNumber, fact, number, by));
        tellOther(
                "extension-asked:" + id,
                quote,
                QuoteMessage.Side.BUYER,
                by,
                fact + (reason == null || reason.isBlank() ? "" : ": " + reason.strip()));
        if (quote.isOpenOn(today)) {
            events.publishEvent(new ExtensionAsked(
                    quote.dealNumber,
                    number,
                    quote.buyerName,
                    id,
                    until,
                    quote.validUntil.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        }
        return extension(id);
    }

    @Transactional(readOnly = true)
    public ExtensionRequest extension(long id) {
        return extensions.find(id).orElseThrow(() -> Problem.notFound("extension request", String.valueOf(id)));
    }

    /** Whether somebody still has to decide on a longer validity of this quote. */
    @Transactional(readOnly = true)
    public boolean isExtensionOpen(String number) {
        return extensions.of(number).stream().anyMatch(ExtensionRequest::isOpen);
    }

    /** Whether the validity may be set to this day. @throws Problem {@code extension-invalid}, {@code quote-not-open} */
    @Transactional(readOnly = true)
    public void checkGrant(long id, LocalDate until, String note) {
        ExtensionRequest request = extension(id);
        StoredQuote quote = stored.findCurrent(request.quoteNumber())
                .orElseThrow(() -> QuoteProblems.notFound(request.quoteNumber()));
        answers.requireOpen(quote, request.revision());
        checkUntil("grantedUntil", quote, until, note);
    }

    /**
     * Grants a longer validity: the same content becomes a revision with another end, which is approved and sent like every other
     * ({@link QuoteRevised}). May be repeated.
     */
    @Transactional
    public void grantExtension(long id, Actor by, LocalDate until, String note) {
        ExtensionRequest request = extension(id);
        StoredQuote quote = stored.lockCurrent(request.quoteNumber())
                .orElseThrow(() -> QuoteProblems.notFound(request.quoteNumber()));
        if (!request.isOpen()) {
            return;
        }
        answers.requireOpen(quote, request.revision());
        checkUntil("grantedUntil", quote, until, note);
        extensions.decide(id, ExtensionRequest.Outcome.GRANTED, until, by, QuoteTexts.changed(note, null));
        String fact = "Longer validity granted, until " + QuoteMails.day(until);
        StoredQuote extended = agreed.extend(quote, until, fact);
        events.publishEvent(DealProgress.noted(quote.dealNumber, fact, quote.number, by));
        events.publishEvent(new QuoteRevised(quote.dealNumber, quote.number, extended.revision));
    }

    /** The validity stays as it is; the buyer is told. May be repeated. */
    @Transactional
    public void refuseExtension(long id, Actor by, String note) {
        ExtensionRequest request = extension(id);
        StoredQuote quote = stored.findCurrent(request.quoteNumber())
                .orElseThrow(() -> QuoteProblems.notFound(request.quoteNumber()));
        if (extensions.decide(id, ExtensionRequest.Outcome.REFUSED, null, by, QuoteTexts.changed(note, null))) {
            String fact = "The validity stays until " + QuoteMails.day(quote.validUntil);
            events.publishEvent(DealProgress.noted(quote.dealNumber, fact, quote.number, by));
            tellOther(
                    "extension-refused:" + id,
                    quote,
                    QuoteMessage.Side.SELLER,
                    by,
                    fact + (note == null || note.isBlank() ? "" : ": " + note.strip()));
        }
    }

    /** There is nothing left to extend. May be repeated. */
    @Transactional
    public void closeExtension(long id) {
        extensions.decide(id, ExtensionRequest.Outcome.OVER, null, Actor.PROGRAM, null);
    }

    private void checkUntil(String field, StoredQuote quote, LocalDate until, String text) {
        LocalDate today = LocalDate.now(clock);
        List<Violation> wrong = new ArrayList<>();
        if (until == null) {
            wrong.add(new Violation(field, "Say until which day"));
        } else if (!until.isAfter(quote.validUntil) || !until.isAfter(today)) {
            wrong.add(new Violation(field, "The quote is valid until " + quote.validUntil + "; name a later day"));
        } else if (until.isAfter(today.plusDays(LONGEST_EXTENSION_DAYS))) {
            wrong.add(new Violation(field, "Not longer than a year from today"));
        }
        QuoteTexts.longest("note", text, QuoteTexts.LONGEST_LINE, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("extension-invalid", "This day cannot be", wrong);
        }
    }

    private void tellOther(String key, StoredQuote quote, QuoteMessage.Side from, Actor by, String text) {
        events.publishEvent(new QuoteDiscussed(key, quote.dealNumber, quote.number, from, by.name(), text));
    }

    private StoredQuote visible(Actor by, String number) {
        return stored.findRevisions(number).stream()
                .filter(quote -> QuoteViews.isVisible(quote, by))
                .findFirst()
                .orElseThrow(() -> QuoteProblems.notFound(number));
    }
}
