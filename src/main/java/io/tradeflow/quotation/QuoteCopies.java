package io.tradeflow.quotation;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins deals with the lines of a quote there is. A deal that is over stays over, so quoting again is a deal of its own: it
 * goes the whole way, is priced and approved anew, and both deals name each other.
 */
@Service
public class QuoteCopies {

    private static final Set<QuoteStatus> CAME_TO_NOTHING =
            EnumSet.of(QuoteStatus.DECLINED, QuoteStatus.EXPIRED, QuoteStatus.WITHDRAWN);

    private final StoredQuotes stored;
    private final OriginTable origins;
    private final Inquiries inquiries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteCopies(
            StoredQuotes stored,
            OriginTable origins,
            Inquiries inquiries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.origins = origins;
        this.inquiries = inquiries;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The inquiry that asks for what the current revision offers, to be looked at and changed before it is begun.
     *
     * @param buyerCode null for the quote's own
     */
    @Transactional(readOnly = true)
    public InquiryDraft draft(Actor.Staff by, String quoteNumber, String buyerCode) {
        StoredQuote quote = stored.findCurrent(quoteNumber).orElseThrow(() -> QuoteProblems.notFound(quoteNumber));
        LocalDate today = LocalDate.now(clock);
        String buyer = buyerCode == null || buyerCode.isBlank() ? quote.buyerCode : buyerCode;
        // what one buyer wrote, and that there was a quote, is nobody else's business
        boolean same = buyer.equals(quote.buyerCode);
        return new InquiryDraft(
                buyer,
                InquiryDraft.Channel.SALES_CALL,
                null,
                same ? "As quoted in " + quote.number : "Taken in by the sales desk",
                InquiryDraft.Urgency.NORMAL,
                null,
                quote.lines.stream()
                        .map(line -> line.toLine(quote.currency))
                        .map(line -> new InquiryDraft.Line(
                                line.sku(),
                                line.quantity().value(),
                                null,
                                same ? line.buyerNote() : null,
                                null,
                                !same
                                                || line.neededBy() == null
                                                || line.neededBy().isBefore(today)
                                        ? null
                                        : line.neededBy()))
                        .toList());
    }

    /**
     * Takes the draft in as an inquiry of its own that names the quote.
     *
     * @throws Problem {@code quote-still-open}, {@code other-company} for a quote again that did not come to nothing or is for
     *     another company; what {@link Inquiries#submit} refuses
     */
    @Transactional
    public Inquiry begin(Actor.Staff by, String quoteNumber, QuoteCopy.Kind kind, InquiryDraft draft) {
        StoredQuote quote = stored.findCurrent(quoteNumber).orElseThrow(() -> QuoteProblems.notFound(quoteNumber));
        if (kind == QuoteCopy.Kind.REQUOTE) {
            checkQuotedAgain(quote, draft);
        }
        Inquiry inquiry = inquiries.submit(by, draft);
        origins.add(inquiry.number(), kind, quote, clock.instant(), by.name());
        boolean again = kind == QuoteCopy.Kind.REQUOTE;
        events.publishEvent(DealProgress.internal(
                quote.dealNumber,
                (again ? "Quoted again as " : "Quote duplicated as ") + inquiry.number(),
                quote.number,
                by));
        events.publishEvent(DealProgress.internal(
                inquiry.number(),
                (again ? "Quotes again " : "Duplicate of ") + quote.number + " of " + quote.dealNumber,
                quote.number,
                by));
        return inquiry;
    }

    /** Whether {@link QuoteCopy.Kind#REQUOTE} is possible: the quote came to nothing. */
    public static boolean cameToNothing(Quote quote) {
        return CAME_TO_NOTHING.contains(quote.status());
    }

    /** Where this deal's lines come from. */
    @Transactional(readOnly = true)
    public Optional<QuoteCopy> originOf(String dealNumber) {
        return origins.of(dealNumber);
    }

    /** The deals that were begun with this deal's quote, oldest first. */
    @Transactional(readOnly = true)
    public List<QuoteCopy> copiesOf(String dealNumber) {
        return origins.from(dealNumber);
    }

    private static void checkQuotedAgain(StoredQuote quote, InquiryDraft draft) {
        if (!CAME_TO_NOTHING.contains(quote.status)) {
            throw Problem.conflict(
                    "quote-still-open",
                    "The quote has not come to nothing",
                    quote.number
                            + " is neither declined nor expired nor withdrawn: duplicate it, or revise it while it is open");
        }
        if (!quote.buyerCode.equals(draft.buyerCode())) {
            throw Problem.invalid(
                    "other-company",
                    "buyerCode",
                    quote.number + " is for " + quote.buyerCode + "; for another company duplicate it");
        }
    }
}
