package io.tradeflow.quotation;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.approval.ApprovalSubject;
import io.tradeflow.approval.Approvals;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes with their revisions, from price to acceptance. */
@Service
public class Quotations {

    /** What approvals of quotes are filed under. */
    public static final String SUBJECT_TYPE = "QUOTE";

    private final StoredQuotes stored;
    private final QuoteDrafts drafts;
    private final QuotePreparation preparation;
    private final QuoteJudgement judgement;
    private final QuoteDispatch dispatch;
    private final BuyerAnswers answers;
    private final DeliveryWishesTable deliveryWishes;
    private final QuoteTemplates templates;
    private final LostDeals losses;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Quotations(
            StoredQuotes stored,
            QuoteDrafts drafts,
            QuotePreparation preparation,
            QuoteJudgement judgement,
            QuoteDispatch dispatch,
            BuyerAnswers answers,
            DeliveryWishesTable deliveryWishes,
            QuoteTemplates templates,
            LostDeals losses,
            Approvals approvals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.drafts = drafts;
        this.preparation = preparation;
        this.judgement = judgement;
        this.dispatch = dispatch;
        this.answers = answers;
        this.deliveryWishes = deliveryWishes;
        this.templates = templates;
        this.losses = losses;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Prices the inquiry into a draft. If the current revision was sent, a new revision is opened and the old one superseded; a
     * draft stays as the sales desk left it where prices were set by hand. May be repeated. The draft is kept even where this refuses, so
     * that the sales desk finds the lines it has to complete.
     *
     * @throws io.tradeflow.kernel.Problem {@code price-not-found}, {@code tax-rate-missing}
     */
    @Transactional(noRollbackFor = Problem.class)
    public Quote price(String inquiryNumber) {
        return preparation.price(inquiryNumber, null);
    }

    /** The same, stating these payment terms; as {@link #price(String)} where they are null: then those it has stay. */
    @Transactional(noRollbackFor = Problem.class)
    public Quote price(String inquiryNumber, PaymentTerms payment) {
        return preparation.price(inquiryNumber, payment);
    }

    /** Whether the draft could be priced and taxed now. @throws Problem as {@link #price(String)} */
    @Transactional
    public void requirePriceable(String inquiryNumber) {
        preparation.requirePriceable(inquiryNumber);
    }

    /** The current revision. @throws io.tradeflow.kernel.Problem not-found */
    @Transactional(readOnly = true)
    public Quote quote(String number) {
        return current(number).toQuote();
    }

    /** The current revision as this actor may see it: a buyer's user sees only the own company's and only once sent. */
    @Transactional(readOnly = true)
    public Quote quote(Actor by, String number) {
        return stored.findRevisions(number).stream()
                .filter(quote -> QuoteViews.isVisible(quote, by))
                .findFirst()
                .map(quote -> QuoteViews.of(quote, by))
                .orElseThrow(() -> QuoteProblems.notFound(number));
    }

    /** The deal's quotes as this actor may see them, newest revision first. */
    @Transactional(readOnly = true)
    public List<Quote> ofDeal(Actor by, String dealNumber) {
        return stored.findOfDeal(dealNumber).stream()
                .filter(quote -> QuoteViews.isVisible(quote, by))
                .map(quote -> QuoteViews.of(quote, by))
                .toList();
    }

    /** The current revision of the deal's quote, empty before it was priced first. */
    @Transactional(readOnly = true)
    public Optional<Quote> currentOfDeal(String dealNumber) {
        return stored.findCurrentOfDeal(dealNumber).map(StoredQuote::toQuote);
    }

    /** What approvals of the current revision are bound to: the material part of what it says now. */
    @Transactional(readOnly = true)
    public ApprovalSubject approvalSubject(String number) {
        return QuoteDispatch.subject(current(number));
    }

    /** What decides who has to approve the current revision. */
    @Transactional(readOnly = true)
    public QuoteFacts facts(String number) {
        return judgement.facts(current(number));
    }

    /**
     * Changes lines of the draft as {@link #edit} does. Who changes prices answers for the quote from now on and may not approve it. Null
     * leaves validity or terms as they are.
     *
     * @throws io.tradeflow.kernel.Problem {@code not-a-draft} or per line
     */
    @Transactional
    public Quote change(Actor by, String number, List<LineChange> changes, LocalDate validUntil, String terms) {
        QuoteEdit.Conditions conditions = validUntil == null && terms == null
                ? null
                : new QuoteEdit.Conditions(null, validUntil, terms, null, null, null, null, null, null, false);
        return edit(by, number, new QuoteEdit(null, changes, null, null, null, conditions, null));
    }

    /**
     * Changes a draft in all that the sales desk may set; computes all anew, approvals of other content are void.
     *
     * @throws io.tradeflow.kernel.Problem {@code sales-only}, {@code not-a-draft}, {@code quote-changed-meanwhile} where somebody else was
     *     quicker, {@code quote-change-invalid} naming every wrong field
     */
    @Transactional
    public Quote edit(Actor by, String number, QuoteEdit edit) {
        return preparation.edit(by, locked(number), edit);
    }

    /** The current revision as PDF as it would print now; drafts are marked as such. For staff. */
    @Transactional(readOnly = true)
    public byte[] preview(Actor by, String number) {
        if (by instanceof Actor.BuyerUser) {
            throw QuoteProblems.notFound(number);
        }
        return dispatch.preview(current(number));
    }

    /** What the draft would be at today's price lists, to be looked at before {@link QuoteEdit#repricing} does it. Changes nothing. */
    @Transactional(readOnly = true)
    public Quote repriced(Actor by, String number) {
        StoredQuote draft = current(number);
        if (!preparation.mayEdit(by, draft)) {
            throw QuoteProblems.notADraft(draft);
        }
        return preparation.repriced(draft);
    }

    /** Whether this actor may change this quote now. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Actor by, String number) {
        return preparation.mayEdit(by, current(number));
    }

    /** The revision that the buyer was sent before the current one, empty for the first. */
    @Transactional(readOnly = true)
    public Optional<Quote> sentBefore(String number) {
        return stored.findRevisions(number).stream()
                .skip(1)
                .filter(StoredQuote::wasSent)
                .findFirst()
                .map(StoredQuote::toQuote);
    }

    /** Asks for these approvals of the current content; an empty collection records that none is needed. */
    @Transactional
    public void requestApprovals(String number, List<ApprovalNeed> needs) {
        preparation.requestApprovals(locked(number), needs);
    }

    /** Whether the approved draft can still be sent: it is valid, or the buyer has said yes to it already. */
    @Transactional(readOnly = true)
    public boolean isInTime(String number) {
        return dispatch.isInTime(current(number));
    }

    /** Freezes what the quote prints and renders the PDF. May be repeated. @throws Problem {@code approval-missing}, {@code validity-over} */
    @Transactional
    public void render(String number) {
        dispatch.render(locked(number));
    }

    /**
     * Opens the quote to the buyer and queues the mail with the PDF. May be repeated.
     *
     * @throws io.tradeflow.kernel.Problem {@code approval-missing}
     */
    @Transactional
    public void send(String number) {
        dispatch.send(locked(number));
    }

    /**
     * The buyer accepts with a PO number; tells the process ({@link QuoteAccepted}). Staff of the sales desk may record it for the buyer. Where an
     * {@link AcceptanceGate} lets it wait, the quote comes back as it was: still open.
     *
     * @throws io.tradeflow.kernel.Problem not-found for another company, {@code quote-superseded} for another revision, {@code quote-expired},
     *     {@code quote-not-open}, {@code po-number-missing}, {@code po-number-used}
     */
    @Transactional
    public Quote accept(Actor by, String number, int revision, String poNumber, LocalDate poDate) {
        return accept(by, number, revision, poNumber, poDate, Set.of(), null);
    }

    /**
     * As {@link #accept(Actor, String, int, String, LocalDate)}, but takes only these lines, options and alternatives among them. If these are
     * not just the firm lines, they become the next revision; it comes back as a draft and is accepted by itself once it is approved as it is.
     *
     * @param lines numbers of the lines that are taken; empty for all firm ones
     * @throws io.tradeflow.kernel.Problem as above and {@code choice-invalid}
     */
    @Transactional
    public Quote accept(Actor by, String number, int revision, String poNumber, LocalDate poDate, Set<Integer> lines) {
        return accept(by, number, revision, poNumber, poDate, lines, null);
    }

    /**
     * As {@link #accept(Actor, String, int, String, LocalDate, Set)}, with how the buyer wants it delivered.
     *
     * @param delivery replaces what was stated before; null leaves it
     * @throws io.tradeflow.kernel.Problem as above, {@code delivery-invalid}, and {@code ship-to-changes-quote} or
     *     {@code incoterm-changes-quote} where it would be another offer
     */
    @Transactional
    public Quote accept(
            Actor by,
            String number,
            int revision,
            String poNumber,
            LocalDate poDate,
            Set<Integer> lines,
            DeliveryWishes delivery) {
        return QuoteViews.of(
                answers.accept(by, number, new BuyerAnswers.Yes(revision, poNumber, poDate, lines, delivery)), by);
    }

    /** How the buyer wants it delivered, stated with the latest acceptance; empty where nothing was. */
    @Transactional(readOnly = true)
    public Optional<DeliveryWishes.Stated> deliveryWishes(String number) {
        return deliveryWishes.of(number);
    }

    /** Accepts the revision that was made of the buyer's choice; whether it is accepted now. May be repeated. */
    @Transactional
    public boolean acceptChosen(String number) {
        return answers.acceptChosen(locked(number));
    }

    /** Whether the buyer's acceptance waits for exactly what the current revision says. */
    @Transactional(readOnly = true)
    public boolean isChosen(String number) {
        return answers.isChosen(current(number));
    }

    /** What the quote would come to if the buyer took these lines. Changes nothing. @throws io.tradeflow.kernel.Problem as accepting them */
    @Transactional(readOnly = true)
    public Quote choice(Actor by, String number, Set<Integer> lines) {
        return QuoteViews.of(answers.choice(by, number, lines), by);
    }

    /** Whether a quote of this buyer was accepted under this PO number already. */
    @Transactional(readOnly = true)
    public boolean isPoNumberUsed(String buyerCode, String poNumber) {
        return stored.isPoNumberUsed(buyerCode, poNumber);
    }

    /** The buyer declines; tells the process ({@link QuoteDeclined}). */
    @Transactional
    public Quote decline(Actor by, String number, String reason) {
        return QuoteViews.of(answers.decline(by, number, null, reason), by);
    }

    /** As {@link #decline(Actor, String, String)}, with the reason for which the deal is lost. @throws Problem {@code lost-reason-unknown} */
    @Transactional
    public Quote decline(Actor by, String number, String lostReason, String note) {
        return decline(by, number, null, lostReason, note);
    }

    /**
     * As {@link #decline(Actor, String, String, String)}.
     *
     * @param revision that was looked at; null for the current one, else {@code quote-superseded} where it is another
     */
    @Transactional
    public Quote decline(Actor by, String number, Integer revision, String lostReason, String note) {
        Quote declined = QuoteViews.of(answers.decline(by, number, revision, note), by);
        losses.say(by, declined.dealNumber(), lostReason, note);
        return declined;
    }

    /** The buyer asks for a change; tells the process ({@link QuoteChangeRequested}). The sales desk works on a new revision. */
    @Transactional
    public Quote requestChange(Actor by, String number, String wish) {
        answers.requestChange(by, number, null, CounterOfferDraft.message(wish));
        return quote(by, number);
    }

    /** Whether this actor is shown margins and why prices are what they are; to others quotes come without them. */
    public boolean seesMargins(Actor by) {
        return QuoteViews.seesMargins(by);
    }

    /** Whether this actor answers sent quotes: buyers their own, and the sales desk for them. */
    public boolean mayAnswer(Actor by) {
        return answers.mayAnswer(by);
    }

    /** What the buyer gave as reason when declining the deal's quote; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<String> reasonOfDecline(String dealNumber) {
        return stored.findCurrentOfDeal(dealNumber)
                .filter(quote -> quote.status == QuoteStatus.DECLINED)
                .map(quote -> quote.closingReason);
    }

    /** The approvals that the quote's template asks for in any case. */
    @Transactional(readOnly = true)
    public List<ApprovalNeed> presetApprovals(String number) {
        return templates
                .find(current(number).conditions().templateCode())
                .map(template -> template.approvals().stream()
                        .map(kind -> new ApprovalNeed(kind, 1, "The template " + template.name() + " asks for it"))
                        .toList())
                .orElse(List.of());
    }

    /** Opens the next revision as a draft copy of the current one. May be repeated: an open draft stays. */
    @Transactional
    public Quote revise(String number) {
        return drafts.openRevision(locked(number), "Revised").toQuote();
    }

    /** Reminds a buyer who has not answered of the validity's end. May be repeated. */
    @Transactional
    public void remind(String number) {
        dispatch.remind(locked(number));
    }

    /** The validity is over. May be repeated. */
    @Transactional
    public void expire(String number) {
        StoredQuote quote = locked(number);
        if (quote.status == QuoteStatus.SENT) {
            quote.close(QuoteStatus.EXPIRED, "Valid until " + quote.validUntil, clock.instant());
            events.publishEvent(DealProgress.noted(
                    quote.dealNumber,
                    "Quote expired: no answer by " + QuoteMails.day(quote.validUntil),
                    number,
                    Actor.PROGRAM));
        }
    }

    /** Staff take the quote back: the deal is lost or cancelled. May be repeated; an accepted quote stays accepted. */
    @Transactional
    public void withdraw(String number, String reason) {
        StoredQuote quote = locked(number);
        if (quote.isDraft() || quote.status == QuoteStatus.SENT) {
            boolean known = quote.wasSent();
            quote.close(QuoteStatus.WITHDRAWN, reason, clock.instant());
            approvals.withdraw(number, reason);
            answers.forgetChoices(quote);
            events.publishEvent(new QuoteSuperseded(quote.dealNumber, number, quote.revision));
            events.publishEvent(new DealProgress(
                    quote.dealNumber, Optional.empty(), "Quote withdrawn", number, Actor.PROGRAM, known));
        }
    }

    private StoredQuote current(String number) {
        return stored.findCurrent(number).orElseThrow(() -> QuoteProblems.notFound(number));
    }

    private StoredQuote locked(String number) {
        return stored.lockCurrent(number).orElseThrow(() -> QuoteProblems.notFound(number));
    }
}
