package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What the buyer answers to a sent quote, or the sales desk for the buyer. The row is locked: of two answers one counts. */
@Component
class BuyerAnswers {

    private static final Set<String> ANSWERS_FOR_BUYERS = Set.of("sales-desk", "sales-managers");
    private static final int LONGEST_PO_NUMBER = 64;

    private final StoredQuotes stored;
    private final QuoteDrafts drafts;
    private final AgreedRevisions agreed;
    private final CounterOfferCheck counterOfferCheck;
    private final CounterOfferTable counterOffers;
    private final ChosenLinesTable chosenLines;
    private final DeliveryWishesCheck deliveryCheck;
    private final DeliveryWishesTable deliveryWishes;
    private final QuoteDispatch dispatch;
    private final ObjectProvider<AcceptanceGate> gates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BuyerAnswers(
            StoredQuotes stored,
            QuoteDrafts drafts,
            AgreedRevisions agreed,
            CounterOfferCheck counterOfferCheck,
            CounterOfferTable counterOffers,
            ChosenLinesTable chosenLines,
            DeliveryWishesCheck deliveryCheck,
            DeliveryWishesTable deliveryWishes,
            QuoteDispatch dispatch,
            ObjectProvider<AcceptanceGate> gates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.drafts = drafts;
        this.agreed = agreed;
        this.counterOfferCheck = counterOfferCheck;
        this.counterOffers = counterOffers;
        this.chosenLines = chosenLines;
        this.deliveryCheck = deliveryCheck;
        this.deliveryWishes = deliveryWishes;
        this.dispatch = dispatch;
        this.gates = gates;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param lines numbers of the lines that are taken; empty for all firm ones
     * @param delivery null leaves what was stated before, where an acceptance that waited takes effect
     */
    record Yes(int revision, String poNumber, LocalDate poDate, Set<Integer> lines, DeliveryWishes delivery) {

        Yes {
            lines = lines == null ? Set.of() : Set.copyOf(lines);
        }
    }

    /** The quote, accepted; or still open where a gate lets the acceptance wait; or the draft of what was chosen. */
    StoredQuote accept(Actor by, String number, Yes yes) {
        StoredQuote quote = locked(by, number);
        requireOpen(quote, yes.revision());
        String po = checkedPoNumber(yes.poNumber());
        LocalDate today = LocalDate.now(clock);
        if (yes.poDate() != null && yes.poDate().isAfter(today)) {
            throw Problem.invalid("po-date-in-future", "poDate", "The PO date " + yes.poDate() + " is in the future");
        }
        if (stored.isPoNumberUsed(quote.buyerCode, po)) {
            throw QuoteProblems.poNumberUsed(po);
        }
        if (yes.delivery() != null) {
            deliveryWishes.state(quote, deliveryCheck.checked(quote, yes.delivery(), yes.lines()), by);
        }
        if (!AgreedRevisions.isWhole(quote, yes.lines())) {
            return choose(by, quote, yes, po);
        }
        Acceptance acceptance = new Acceptance(by, quote.toQuote(), po, yes.poDate());
        if (admitted(acceptance)) {
            settle(quote, acceptance, true);
        }
        return quote;
    }

    /** What the quote would come to with these lines; not kept. */
    StoredQuote choice(Actor by, String number, Set<Integer> lines) {
        StoredQuote quote = stored.findCurrent(number)
                .filter(current -> QuoteViews.isVisible(current, by))
                .orElseThrow(() -> QuoteProblems.notFound(number));
        requireOpen(quote, null);
        return AgreedRevisions.isWhole(quote, lines) ? quote : agreed.trial(quote, lines);
    }

    private StoredQuote choose(Actor by, StoredQuote quote, Yes yes, String po) {
        String lines = LineNumbers.words(yes.lines());
        StoredQuote chosen = agreed.open(quote, by, yes.lines(), lines + " taken");
        chosenLines.insert(chosen, by, po, yes.poDate());
        events.publishEvent(DealProgress.reached(
                quote.dealNumber,
                DealStage.QUOTING,
                lines + " of revision " + quote.revision + " taken with PO " + po + forTheBuyer(by)
                        + "; to be confirmed",
                quote.number,
                by));
        events.publishEvent(new QuoteRevised(quote.dealNumber, quote.number, chosen.revision));
        return chosen;
    }

    boolean isChosen(StoredQuote quote) {
        return quote.contentHash != null && chosenLines.waiting(quote).isPresent();
    }

    void forgetChoices(StoredQuote quote) {
        chosenLines.voidOthers(quote);
    }

    /** Accepts what was chosen; where that cannot be done any more, the buyer is sent the quote like any other. */
    boolean acceptChosen(StoredQuote quote) {
        Optional<ChosenLinesTable.Waiting> waiting = chosenLines.waiting(quote);
        if (waiting.isEmpty() || quote.status != QuoteStatus.SENT) {
            return quote.status == QuoteStatus.ACCEPTED;
        }
        Acceptance acceptance = new Acceptance(
                waiting.get().by(),
                quote.toQuote(),
                waiting.get().poNumber(),
                waiting.get().poDate());
        try {
            // that the validity may be over by now is our doing: the buyer said yes in time
            if (stored.isPoNumberUsed(quote.buyerCode, acceptance.poNumber())) {
                throw QuoteProblems.poNumberUsed(acceptance.poNumber());
            }
            gates.orderedStream().forEach(gate -> gate.requireMayAnswer(acceptance.by()));
            if (!admitted(acceptance)) {
                chosenLines.settle(quote, ChosenLines.Outcome.OPEN, null);
                dispatch.mail(quote);
                return false;
            }
        } catch (Problem refused) {
            chosenLines.settle(quote, ChosenLines.Outcome.REFUSED, refused.getMessage());
            events.publishEvent(DealProgress.noted(
                    quote.dealNumber,
                    "The lines taken could not be ordered: " + refused.getMessage(),
                    quote.number,
                    Actor.PROGRAM));
            dispatch.mail(quote);
            return false;
        }
        settle(quote, acceptance, false);
        chosenLines.settle(quote, ChosenLines.Outcome.ACCEPTED, null);
        return true;
    }

    private boolean admitted(Acceptance acceptance) {
        return gates.orderedStream().allMatch(gate -> gate.admits(acceptance));
    }

    private void settle(StoredQuote quote, Acceptance acceptance, boolean isAnswer) {
        Actor by = acceptance.by();
        quote.close(QuoteStatus.ACCEPTED, null, clock.instant());
        quote.poNumber = acceptance.poNumber();
        quote.poDate = acceptance.poDate() == null ? LocalDate.now(clock) : acceptance.poDate();
        quote.acceptedBy = by.name();
        save(quote, acceptance.poNumber());
        events.publishEvent(DealProgress.noted(
                quote.dealNumber,
                "Quote accepted with PO " + acceptance.poNumber() + forTheBuyer(by),
                quote.number,
                by));
        events.publishEvent(new QuoteAccepted(quote.dealNumber, quote.number, quote.revision, isAnswer));
    }

    StoredQuote decline(Actor by, String number, Integer revision, String reason) {
        StoredQuote quote = locked(by, number);
        requireOpen(quote, revision);
        quote.close(QuoteStatus.DECLINED, blankToNull(reason), clock.instant());
        events.publishEvent(DealProgress.noted(
                quote.dealNumber, "Quote declined" + colon(reason) + forTheBuyer(by), quote.number, by));
        events.publishEvent(new QuoteDeclined(quote.dealNumber, quote.number, quote.revision));
        return quote;
    }

    /** Ends the sent revision with what should be different; the sales desk answers with the next one. */
    StoredQuote requestChange(Actor by, String number, Integer revision, CounterOfferDraft wish) {
        StoredQuote quote = locked(by, number);
        requireOpen(quote, revision);
        CounterOfferDraft offer = counterOfferCheck.checked(quote, wish);
        counterOffers.insert(quote, by, offer);
        String words = CounterOfferWords.of(quote, offer);
        StoredQuote next = drafts.openRevision(quote, shortened(words));
        events.publishEvent(DealProgress.reached(
                quote.dealNumber,
                DealStage.QUOTING,
                "Change asked for" + colon(words) + forTheBuyer(by),
                quote.number,
                by));
        if (by instanceof Actor.BuyerUser) {
            events.publishEvent(new QuoteDiscussed(
                    "counter-offer:" + quote.number + ":" + quote.revision,
                    quote.dealNumber,
                    quote.number,
                    QuoteMessage.Side.BUYER,
                    by.name(),
                    words));
        }
        events.publishEvent(new QuoteChangeRequested(quote.dealNumber, quote.number, quote.revision));
        return next;
    }

    boolean mayAnswer(Actor by) {
        return !(by instanceof Actor.Staff staff) || ANSWERS_FOR_BUYERS.stream().anyMatch(staff::isIn);
    }

    /** Whether this actor speaks for a buyer, or with one, at all. */
    void requireMayAnswer(Actor by) {
        if (!mayAnswer(by)) {
            throw Problem.forbidden("sales-only", "Only the sales desk speaks with buyers and answers for them");
        }
        gates.orderedStream().forEach(gate -> gate.requireMayAnswer(by));
    }

    /** The current revision for an answer of this actor. */
    StoredQuote locked(Actor by, String number) {
        requireMayAnswer(by);
        Optional<StoredQuote> quote = stored.lockCurrent(number);
        if (by instanceof Actor.BuyerUser user) {
            quote = quote.filter(q -> user.buyerCode().equals(q.buyerCode));
        }
        return quote.orElseThrow(() -> QuoteProblems.notFound(number));
    }

    /** @param revision that was looked at, or null */
    void requireOpen(StoredQuote quote, Integer revision) {
        if (revision != null && revision != quote.revision) {
            throw QuoteProblems.superseded(quote, revision);
        }
        LocalDate today = LocalDate.now(clock);
        if (quote.isOverOn(today)) {
            throw QuoteProblems.expired(quote);
        }
        if (quote.isDraft() && quote.revision > 1) {
            throw QuoteProblems.notYourTurn("The sales desk works on revision " + quote.revision + " of " + quote.number
                    + "; the buyer is told by mail when it is sent");
        }
        if (!quote.isOpenOn(today)) {
            throw QuoteProblems.notOpen(quote);
        }
    }

    private static String checkedPoNumber(String poNumber) {
        if (poNumber == null || poNumber.isBlank()) {
            throw Problem.invalid("po-number-missing", "poNumber", "The number of the purchase order is missing");
        }
        String po = poNumber.strip();
        if (po.length() > LONGEST_PO_NUMBER) {
            throw Problem.invalid(
                    "po-number-too-long", "poNumber", "A PO number has at most " + LONGEST_PO_NUMBER + " characters");
        }
        return po;
    }

    /** The index refuses a PO number that somebody else has used since we looked. */
    private void save(StoredQuote quote, String poNumber) {
        try {
            stored.saveAndFlush(quote);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains("quote_po_number_once")) {
                throw QuoteProblems.poNumberUsed(poNumber);
            }
            throw e;
        }
    }

    private static String forTheBuyer(Actor by) {
        return by instanceof Actor.BuyerUser ? "" : " (recorded for the buyer)";
    }

    private static String colon(String text) {
        return text == null || text.isBlank() ? "" : ": " + shortened(text.strip());
    }

    /** Long wishes stand on the quote; the timeline has room for the beginning. */
    private static String shortened(String text) {
        int most = 400;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
