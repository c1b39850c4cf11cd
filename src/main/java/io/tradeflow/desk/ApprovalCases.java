package io.tradeflow.desk;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.ReasonReaders;
import io.tradeflow.credit.Exposure;
import io.tradeflow.credit.Exposures;
import io.tradeflow.desk.ApprovalCaseJson.CreditJson;
import io.tradeflow.desk.ApprovalCaseJson.DecisionJson;
import io.tradeflow.desk.ApprovalCaseJson.QuoteFactsJson;
import io.tradeflow.desk.ApprovalCaseJson.TotalsJson;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.pricing.PriceTrace;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteChange;
import io.tradeflow.quotation.QuoteChanges;
import io.tradeflow.tax.AmountInWords;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what an approver needs to see; decides nothing. */
@Component
class ApprovalCases {

    private final Approvals approvals;
    private final Quotations quotations;
    private final Inquiries inquiries;
    private final Exposures exposures;
    private final ApprovalCaseLines lines;
    private final ReasonReaders readers;
    private final StaffDirectory staff;

    ApprovalCases(
            Approvals approvals,
            Quotations quotations,
            Inquiries inquiries,
            Exposures exposures,
            ApprovalCaseLines lines,
            ReasonReaders readers,
            StaffDirectory staff) {
        this.approvals = approvals;
        this.quotations = quotations;
        this.inquiries = inquiries;
        this.exposures = exposures;
        this.lines = lines;
        this.readers = readers;
        this.staff = staff;
    }

    /** @throws Problem not-found; {@code approvers-only} for staff who neither see margins nor may decide */
    @Transactional(readOnly = true)
    ApprovalCaseJson of(Actor.Staff by, long approvalId) {
        Approval approval = visible(by, approvalId);
        List<Quote> revisions = revisions(approval);
        Quote quote = askedAbout(approval, revisions);
        Inquiry inquiry = inquiries.inquiry(quote.dealNumber());
        return new ApprovalCaseJson(
                approval.id(),
                approval.kind(),
                approval.reason(),
                approval.because().isEmpty() ? List.of() : List.of(approval.because()),
                approval.level(),
                approval.levels(),
                approval.dueAt(),
                staff.find(approval.requestedBy()).map(Actor.Staff::name).orElse(approval.requestedBy()),
                approval.requestedAt(),
                approval.subject().equals(quotations.approvalSubject(quote.number())),
                approval.outcome() == null ? null : DecisionJson.of(approval),
                facts(quote, inquiry),
                lines.of(quote, approval.kind(), inquiry.neededBy()),
                totals(quote),
                credit(exposures.of(quote.buyerCode(), quote.currency()), quote.grandTotal()),
                changes(quote, revisions),
                approvals.ofSubject(quote.number()).stream()
                        .filter(other -> other.id() != approval.id())
                        .map(DecisionJson::of)
                        .toList());
    }

    /** Whether and how it is decided. @throws Problem as {@link #of} */
    @Transactional(readOnly = true)
    DecisionJson decision(Actor.Staff by, long approvalId) {
        return DecisionJson.of(visible(by, approvalId));
    }

    /** How the price of a line came about. @throws Problem as {@link #of}, and not-found for a line without a trace */
    @Transactional(readOnly = true)
    PriceTrace priceTrace(Actor.Staff by, long approvalId, int lineNo) {
        return quote(visible(by, approvalId)).lines().stream()
                .filter(line -> line.lineNo() == lineNo && line.priceTrace() != null)
                .map(Quote.Line::priceTrace)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("price trace of line", String.valueOf(lineNo)));
    }

    private Approval visible(Actor.Staff by, long approvalId) {
        Approval approval = approvals.approval(approvalId);
        if (!approval.subject().type().equals(Quotations.SUBJECT_TYPE)) {
            throw Problem.notFound("approval of a quote", String.valueOf(approvalId));
        }
        if (!readers.mayRead(by, approval)) {
            throw Problem.forbidden(
                    "approvers-only", "Margins are shown to those who make prices and to those who approve them");
        }
        return approval;
    }

    private Quote quote(Approval approval) {
        return askedAbout(approval, revisions(approval));
    }

    /** Newest first. */
    private List<Quote> revisions(Approval approval) {
        return quotations.ofDeal(Actor.PROGRAM, approval.dealNumber()).stream()
                .filter(quote -> quote.number().equals(approval.subject().number()))
                .toList();
    }

    /** The revision that was asked about, which may not be the current one any more. */
    private static Quote askedAbout(Approval approval, List<Quote> revisions) {
        return revisions.stream()
                .filter(quote -> quote.revision() == approval.subject().revision())
                .findFirst()
                .orElseGet(() -> revisions.get(0));
    }

    private static List<String> changes(Quote quote, List<Quote> revisions) {
        return revisions.stream()
                .filter(earlier -> earlier.revision() == quote.revision() - 1)
                .findFirst()
                .map(earlier -> QuoteChanges.between(earlier, quote).stream()
                        .map(QuoteChange::words)
                        .toList())
                .orElse(List.of());
    }

    private static QuoteFactsJson facts(Quote quote, Inquiry inquiry) {
        return new QuoteFactsJson(
                quote.number(),
                quote.revision(),
                quote.dealNumber(),
                quote.buyerCode(),
                quote.buyerName(),
                inquiry.segment(),
                inquiry.urgency().name(),
                inquiry.neededBy(),
                quote.validUntil(),
                quote.preparedBy(),
                quote.currency(),
                AmountInWords.of(quote.grandTotal()),
                quote.terms(),
                quote.paymentTerms() == null ? null : quote.paymentTerms().allWords(),
                quote.payment() != null && quote.hasOwnPaymentTerms()
                        ? quote.payment().allWords()
                        : null);
    }

    private static TotalsJson totals(Quote quote) {
        return new TotalsJson(
                quote.listTotal().toDocumentScale(),
                percent(quote.discount()),
                quote.goodsTotal().toDocumentScale(),
                quote.documentDiscount().documentDiscount(),
                quote.charges().freight(),
                quote.charges().packing(),
                quote.charges().insurance(),
                quote.netTotal().toDocumentScale(),
                percent(quote.margin()),
                quote.tax().toDocumentScale(),
                quote.roundOff().toDocumentScale(),
                quote.grandTotal().toDocumentScale());
    }

    private static CreditJson credit(Exposure exposure, Money thisQuote) {
        return new CreditJson(
                exposure.groupCode(),
                exposure.overdue().toDocumentScale(),
                exposure.receivable().toDocumentScale(),
                exposure.dispatchedUnbilled().toDocumentScale(),
                exposure.confirmed().toDocumentScale(),
                exposure.unapplied().toDocumentScale(),
                exposure.total().toDocumentScale(),
                thisQuote.toDocumentScale(),
                exposure.limit() == null ? null : exposure.limit().toDocumentScale(),
                exposure.validUntil(),
                exposure.headroom() == null ? null : exposure.headroom().toDocumentScale(),
                exposure.excessWith(thisQuote).toDocumentScale());
    }

    static BigDecimal percent(Percentage percentage) {
        return percentage == null ? null : percentage.value();
    }
}
