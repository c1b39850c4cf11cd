package io.tradeflow.quotation;

import io.tradeflow.approval.ApprovalSubject;
import io.tradeflow.approval.Approvals;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an approved draft to the buyer: fixes its document, then opens it and mails it. Nothing unapproved gets through here. */
@Component
class QuoteDispatch {

    private final Approvals approvals;
    private final Documents documents;
    private final QuotePrints prints;
    private final QuoteMails mails;
    private final LinkTable links;
    private final ChosenLinesTable chosenLines;
    private final Parties parties;
    private final Deals deals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteDispatch(
            Approvals approvals,
            Documents documents,
            QuotePrints prints,
            QuoteMails mails,
            LinkTable links,
            ChosenLinesTable chosenLines,
            Parties parties,
            Deals deals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.documents = documents;
        this.prints = prints;
        this.mails = mails;
        this.links = links;
        this.chosenLines = chosenLines;
        this.parties = parties;
        this.deals = deals;
        this.events = events;
        this.clock = clock;
    }

    static ApprovalSubject subject(StoredQuote quote) {
        return new ApprovalSubject(Quotations.SUBJECT_TYPE, quote.number, quote.revision, quote.approvalHash);
    }

    /** Fixes what the approved draft prints, so that it cannot change any more, and makes the PDF. */
    void render(StoredQuote quote) {
        if (quote.isChangeable()) {
            approvals.requireGranted(subject(quote));
            FrozenDocument document = documents.freeze(
                    DocumentKind.QUOTE,
                    quote.number,
                    quote.revision,
                    quote.dealNumber,
                    quote.buyerCode,
                    prints.print(
                            quote, parties.buyer(quote.buyerCode), parties.seller(), parties.branch(quote.branchCode)));
            quote.documentId = document.id();
        }
        documents.render(quote.documentId);
    }

    /** The quote as it would print now, marked as a draft. @throws io.tradeflow.kernel.Problem {@code quote-incomplete} */
    byte[] preview(StoredQuote quote) {
        if (quote.contentHash == null) {
            throw QuoteProblems.incomplete(quote);
        }
        return documents.preview(
                DocumentKind.QUOTE,
                prints.print(
                        quote,
                        parties.buyer(quote.buyerCode),
                        parties.seller(),
                        parties.branch(quote.branchCode),
                        quote.isDraft()),
                clock.instant());
    }

    /** Nothing where the buyer has answered or the validity is over. */
    void remind(StoredQuote quote) {
        if (quote.isOpenOn(LocalDate.now(clock))) {
            Buyer buyer = parties.buyer(quote.buyerCode);
            mails.reminder(quote, buyer, parties.seller(), links.issue(quote, buyer.email()));
            events.publishEvent(DealProgress.noted(
                    quote.dealNumber,
                    "Reminded that the quote is valid until " + QuoteMails.day(quote.validUntil),
                    quote.number,
                    Actor.PROGRAM));
        }
    }

    /** Opens the quote to the buyer. @throws io.tradeflow.kernel.Problem {@code approval-missing}, {@code quote-not-open} */
    void send(StoredQuote quote) {
        if (quote.status == QuoteStatus.SENT) {
            return;
        }
        if (!quote.isDraft() || quote.documentId == null) {
            throw QuoteProblems.notOpen(quote);
        }
        approvals.requireGranted(subject(quote));
        quote.status = QuoteStatus.SENT;
        quote.sentAt = clock.instant();

        Quote sent = quote.toQuote();
        // whose acceptance waits is told of the order, not asked again
        if (chosenLines.waiting(quote).isEmpty()) {
            mail(quote);
        }
        deals.value(quote.dealNumber, sent.grandTotal());
        String fact = "Quote sent: " + Amounts.shown(sent.grandTotal()) + " including tax, valid until "
                + QuoteMails.day(quote.validUntil);
        events.publishEvent(
                DealProgress.reached(quote.dealNumber, DealStage.WITH_BUYER, fact, quote.number, Actor.PROGRAM));
    }

    /** Mails the sent quote with a link to answer. The same revision is mailed once. */
    void mail(StoredQuote quote) {
        Buyer buyer = parties.buyer(quote.buyerCode);
        mails.sent(quote, buyer, parties.seller(), links.issue(quote, buyer.email()));
    }
}
