package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Quotes with their revisions, from price to acceptance. */
@Service
public class Quotations {

    /**
     * Prices the inquiry into a draft. If the current revision was sent, a new revision is opened and the old one superseded; a
     * draft stays as the sales desk left it where prices were set by hand. May be repeated.
     *
     * @throws io.tradeflow.kernel.Problem {@code price-not-found}, {@code tax-rate-missing}
     */
    public Quote price(String inquiryNumber) {
        throw new UnsupportedOperationException();
    }

    /** The current revision. @throws io.tradeflow.kernel.Problem not-found */
    public Quote quote(String number) {
        throw new UnsupportedOperationException();
    }

    /** The current revision as this actor may see it: a buyer's user sees only the own company's and only once sent. */
    public Quote quote(Actor by, String number) {
        throw new UnsupportedOperationException();
    }

    /** The deal's quotes as this actor may see them, newest revision first. */
    public List<Quote> ofDeal(Actor by, String dealNumber) {
        throw new UnsupportedOperationException();
    }

    /** Changes lines of the draft; computes all anew. @throws io.tradeflow.kernel.Problem {@code not-a-draft} or per line */
    public Quote change(Actor by, String number, List<LineChange> changes, LocalDate validUntil, String terms) {
        throw new UnsupportedOperationException();
    }

    /** Asks for these kinds of approval on the current content; an empty collection records that none is needed. */
    public void requestApprovals(String number, Collection<String> kinds) {
        throw new UnsupportedOperationException();
    }

    /** Freezes what the quote prints and renders the PDF. May be repeated. */
    public void render(String number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the quote to the buyer and queues the mail with the PDF. May be repeated.
     *
     * @throws io.tradeflow.kernel.Problem {@code approval-missing}
     */
    public void send(String number) {
        throw new UnsupportedOperationException();
    }

    /**
     * The buyer accepts with a PO number; tells the process ({@link QuoteAccepted}).
     *
     * @throws io.tradeflow.kernel.Problem not-found for another company, {@code quote-superseded} for another revision, {@code quote-expired},
     *     {@code quote-not-open}, {@code po-number-missing}, {@code po-number-used}
     */
    public Quote accept(Actor by, String number, int revision, String poNumber, LocalDate poDate) {
        throw new UnsupportedOperationException();
    }

    /** The buyer declines; tells the process ({@link QuoteDeclined}). */
    public Quote decline(Actor by, String number, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The buyer asks for a change; tells the process ({@link QuoteChangeRequested}). The sales desk works on a new revision. */
    public Quote requestChange(Actor by, String number, String wish) {
        throw new UnsupportedOperationException();
    }

    /** Opens the next revision as a draft copy of the current one. May be repeated: an open draft stays. */
    public Quote revise(String number) {
        throw new UnsupportedOperationException();
    }

    /** The validity is over. May be repeated. */
    public void expire(String number) {
        throw new UnsupportedOperationException();
    }

    /** Staff take the quote back: the deal is lost or cancelled. May be repeated. */
    public void withdraw(String number, String reason) {
        throw new UnsupportedOperationException();
    }
}
