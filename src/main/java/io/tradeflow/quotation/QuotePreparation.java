package io.tradeflow.quotation;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.approval.ApprovalRequest;
import io.tradeflow.approval.Approvals;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A quote before the buyer sees it: priced, changed by the sales desk, put up for approval. */
@Component
class QuotePreparation {

    private static final Set<String> SETS_PRICES = Set.of("sales-desk", "sales-managers", "directors");

    private final StoredQuotes stored;
    private final QuoteDrafts drafts;
    private final QuotePricing pricing;
    private final DraftChange draftChange;
    private final ChosenLinesTable chosenLines;
    private final QuoteJudgement judgement;
    private final Inquiries inquiries;
    private final Deals deals;
    private final Approvals approvals;
    private final ApprovedContent approvedContent;
    private final ApplicationEventPublisher events;

    QuotePreparation(
            StoredQuotes stored,
            QuoteDrafts drafts,
            QuotePricing pricing,
            DraftChange draftChange,
            ChosenLinesTable chosenLines,
            QuoteJudgement judgement,
            Inquiries inquiries,
            Deals deals,
            Approvals approvals,
            ApprovedContent approvedContent,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.drafts = drafts;
        this.pricing = pricing;
        this.draftChange = draftChange;
        this.chosenLines = chosenLines;
        this.judgement = judgement;
        this.inquiries = inquiries;
        this.deals = deals;
        this.approvals = approvals;
        this.approvedContent = approvedContent;
        this.events = events;
    }

    /** Locks the quote, so that the approvals asked for in the same transaction are asked for what was priced. */
    /** @param payment null leaves what the draft says */
    Quote price(String inquiryNumber, PaymentTerms payment) {
        Inquiry inquiry = inquiries.inquiry(inquiryNumber);
        StoredQuote draft = stored.lockCurrentOfDeal(inquiryNumber)
                .map(current -> drafts.openRevision(current, "Priced anew"))
                .orElseGet(() -> drafts.first(inquiry));
        if (!draft.isChangeable()) {
            return draft.toQuote();
        }
        LocalDate quotedOn = draft.quotedOn;
        if (payment != null && chosenLines.waiting(draft).isEmpty()) {
            draft.payment = QuotePayment.of(payment);
        }
        // what the buyer has said yes to stays as it is
        if (chosenLines.waiting(draft).isEmpty()) {
            drafts.startTodayIfOver(draft);
        }
        // what the sales desk has completed is submitted as it was seen
        boolean seen = draft.contentHash != null && draft.quotedOn.equals(quotedOn);
        Optional<Problem> obstacle = pricing.price(draft, inquiry, seen ? Anew.NOTHING : Anew.EVERYTHING);
        Quote quote = stored.save(draft).toQuote();
        events.publishEvent(new DealProgress(
                quote.dealNumber(),
                Optional.of(DealStage.QUOTING),
                obstacle.isPresent()
                        ? "Quote cannot be priced yet: " + obstacle.get().getMessage()
                        : "Quote priced, revision " + quote.revision() + ": " + Amounts.shown(quote.grandTotal()),
                quote.number(),
                Actor.PROGRAM,
                false));
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        deals.value(quote.dealNumber(), quote.grandTotal());
        return quote;
    }

    void requirePriceable(String inquiryNumber) {
        StoredQuote draft = stored.lockCurrentOfDeal(inquiryNumber)
                .orElseThrow(() -> QuoteProblems.notFound("of " + inquiryNumber));
        if (draft.isChangeable()) {
            Inquiry inquiry = inquiries.inquiry(inquiryNumber);
            pricing.price(draft, inquiry, Anew.EVERYTHING).ifPresent(obstacle -> {
                throw obstacle;
            });
        }
    }

    Quote edit(Actor by, StoredQuote draft, QuoteEdit edit) {
        requireMayEdit(by, draft);
        if (edit.version() != null && edit.version() != draft.version()) {
            throw QuoteProblems.changedMeanwhile(draft);
        }
        String approved = draft.approvalHash;
        String before = approved == null ? null : QuoteContent.text(draft.toQuote());
        Inquiry inquiry = inquiries.inquiry(draft.dealNumber);
        draftChange.apply(by, draft, edit, inquiry.priceTier());
        Optional<Problem> obstacle = pricing.price(draft, inquiry, edit.due());
        Quote quote = stored.saveAndFlush(draft).toQuote();
        if (approved != null && !approved.equals(draft.approvalHash)) {
            String why = draft.approvalHash == null
                    ? "a price or a tax rate is missing now"
                    : approvedContent.difference(before, QuoteContent.text(quote));
            approvals.withdraw(draft.number, "changed by " + by.name() + ": " + why);
        }
        if (obstacle.isEmpty()) {
            deals.value(quote.dealNumber(), quote.grandTotal());
        }
        events.publishEvent(DealProgress.internal(
                quote.dealNumber(), "Draft of revision " + quote.revision() + " changed", quote.number(), by));
        return quote;
    }

    /** The draft as it would be at today's price lists; nothing is kept. */
    Quote repriced(StoredQuote draft) {
        StoredQuote trial = draft.next(draft.quotedOn, draft.validUntil);
        trial.revision = draft.revision;
        pricing.price(trial, inquiries.inquiry(draft.dealNumber), Anew.EVERYTHING);
        return trial.toQuote();
    }

    /** @throws Problem {@code sales-only}, {@code not-a-draft} */
    void requireMayEdit(Actor by, StoredQuote draft) {
        if (!setsPrices(by)) {
            throw Problem.forbidden("sales-only", "Quotes are changed by the sales desk");
        }
        if (!isOpen(draft)) {
            throw QuoteProblems.notADraft(draft);
        }
    }

    boolean mayEdit(Actor by, StoredQuote quote) {
        return setsPrices(by) && isOpen(quote);
    }

    private static boolean setsPrices(Actor by) {
        return by instanceof Actor.Staff staff && SETS_PRICES.stream().anyMatch(staff::isIn);
    }

    /** What is approved is on its way to the buyer: a change now would only stop it there. */
    private boolean isOpen(StoredQuote quote) {
        return quote.isChangeable()
                && (quote.approvalHash == null || !approvals.isGranted(QuoteDispatch.subject(quote)));
    }

    void requestApprovals(StoredQuote quote, List<ApprovalNeed> needs) {
        if (quote.wasSent()) {
            return;
        }
        if (quote.contentHash == null) {
            throw QuoteProblems.incomplete(quote);
        }
        List<Long> open = approvals.request(new ApprovalRequest(
                quote.dealNumber,
                QuoteDispatch.subject(quote),
                quote.preparedById,
                Set.of(quote.makers),
                judgement.reason(quote),
                needs));
        if (!open.isEmpty()) {
            events.publishEvent(new DealProgress(
                    quote.dealNumber,
                    Optional.of(DealStage.IN_APPROVAL),
                    "Approvals requested: " + QuoteJudgement.words(needs),
                    quote.number,
                    Actor.PROGRAM,
                    false));
        }
    }
}
