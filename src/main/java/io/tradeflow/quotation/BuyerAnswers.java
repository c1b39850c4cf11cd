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
    private final ObjectProvider<AcceptanceGate> gates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BuyerAnswers(
            StoredQuotes stored,
            QuoteDrafts drafts,
            ObjectProvider<AcceptanceGate> gates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.drafts = drafts;
        this.gates = gates;
        this.events = events;
        this.clock = clock;
    }

    /** The quote, accepted; or still open where a gate lets the acceptance wait. */
    StoredQuote accept(Actor by, String number, int revision, String poNumber, LocalDate poDate) {
        StoredQuote quote = locked(by, number);
        if (revision != quote.revision) {
            throw QuoteProblems.superseded(quote, revision);
        }
        requireOpen(quote);
        String po = checkedPoNumber(poNumber);
        LocalDate today = LocalDate.now(clock);
        if (poDate != null && poDate.isAfter(today)) {
            throw Problem.invalid("po-date-in-future", "poDate", "The PO date " + poDate + " is in the future");
        }
        if (stored.isPoNumberUsed(quote.buyerCode, po)) {
            throw QuoteProblems.poNumberUsed(po);
        }
        Acceptance acceptance = new Acceptance(by, quote.toQuote(), po, poDate);
        if (!gates.orderedStream().allMatch(gate -> gate.admits(acceptance))) {
            return quote;
        }
        quote.close(QuoteStatus.ACCEPTED, null, clock.instant());
        quote.poNumber = po;
        quote.poDate = poDate == null ? today : poDate;
        quote.acceptedBy = by.name();
        save(quote, po);
        events.publishEvent(DealProgress.noted(
                quote.dealNumber, "Quote accepted with PO " + po + forTheBuyer(by), quote.number, by));
        events.publishEvent(new QuoteAccepted(quote.dealNumber, quote.number, quote.revision));
        return quote;
    }

    StoredQuote decline(Actor by, String number, String reason) {
        StoredQuote quote = locked(by, number);
        requireOpen(quote);
        quote.close(QuoteStatus.DECLINED, blankToNull(reason), clock.instant());
        events.publishEvent(DealProgress.noted(
                quote.dealNumber, "Quote declined" + colon(reason) + forTheBuyer(by), quote.number, by));
        events.publishEvent(new QuoteDeclined(quote.dealNumber, quote.number, quote.revision));
        return quote;
    }

    /** The next revision, opened as a draft. */
    StoredQuote requestChange(Actor by, String number, String wish) {
        StoredQuote quote = locked(by, number);
        requireOpen(quote);
        if (wish == null || wish.isBlank()) {
            throw Problem.invalid("wish-missing", "wish", "Say what should be different");
        }
        StoredQuote next = drafts.openRevision(quote, wish.strip());
        events.publishEvent(DealProgress.reached(
                quote.dealNumber,
                DealStage.QUOTING,
                "Change asked for" + colon(wish) + forTheBuyer(by),
                quote.number,
                by));
        events.publishEvent(new QuoteChangeRequested(quote.dealNumber, quote.number, quote.revision));
        return next;
    }

    boolean mayAnswer(Actor by) {
        return !(by instanceof Actor.Staff staff) || ANSWERS_FOR_BUYERS.stream().anyMatch(staff::isIn);
    }

    private StoredQuote locked(Actor by, String number) {
        if (!mayAnswer(by)) {
            throw Problem.forbidden("sales-only", "Only the sales desk answers for a buyer");
        }
        gates.orderedStream().forEach(gate -> gate.requireMayAnswer(by));
        Optional<StoredQuote> quote = stored.lockCurrent(number);
        if (by instanceof Actor.BuyerUser user) {
            quote = quote.filter(q -> user.buyerCode().equals(q.buyerCode));
        }
        return quote.orElseThrow(() -> QuoteProblems.notFound(number));
    }

    private void requireOpen(StoredQuote quote) {
        if (quote.status == QuoteStatus.EXPIRED
                || quote.status == QuoteStatus.SENT && LocalDate.now(clock).isAfter(quote.validUntil)) {
            throw QuoteProblems.expired(quote);
        }
        if (quote.status != QuoteStatus.SENT) {
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
