package io.tradeflow.quotation;

import io.tradeflow.kernel.Problem;
import java.util.Locale;

/** What quotes refuse, each in one place. */
final class QuoteProblems {

    private QuoteProblems() {}

    static Problem notFound(String number) {
        return Problem.notFound("quote", number);
    }

    static Problem notOpen(StoredQuote quote) {
        String state =
                switch (quote.status) {
                    case DRAFT -> "is not sent yet";
                    case ACCEPTED -> "is accepted already";
                    default -> "is " + quote.status.name().toLowerCase(Locale.ROOT);
                };
        return notOpen(quote.number + " revision " + quote.revision + " " + state);
    }

    static Problem notOpen(String detail) {
        return Problem.conflict("quote-not-open", "The quote is not open", detail);
    }

    /** @param whose whose move it is, and what comes next */
    static Problem notYourTurn(String whose) {
        return Problem.conflict("not-your-turn", "It is not your turn", whose);
    }

    static Problem superseded(StoredQuote current, int revision) {
        return Problem.conflict(
                "quote-superseded",
                "There is a newer revision",
                "Revision " + revision + " of " + current.number + " is not the current one; that is revision "
                        + current.revision);
    }

    static Problem expired(StoredQuote quote) {
        return Problem.conflict(
                "quote-expired",
                "The validity is over",
                quote.number + " was valid until " + quote.validUntil + "; ask for a new one");
    }

    static Problem poNumberUsed(String poNumber) {
        return Problem.conflict(
                "po-number-used", "PO number used already", "The PO number " + poNumber + " belongs to another order");
    }

    static Problem changedMeanwhile(StoredQuote quote) {
        return Problem.conflict(
                "quote-changed-meanwhile",
                "Somebody else has changed this quote",
                quote.preparedBy
                        + " has saved a change since you opened it. Look at the quote as it is now and repeat yours");
    }

    static Problem incomplete(StoredQuote quote) {
        return Problem.conflict(
                "quote-incomplete", "The quote is incomplete", quote.number + " still lacks a price or a tax rate");
    }

    static Problem notADraft(StoredQuote quote) {
        return Problem.conflict(
                "not-a-draft",
                "The quote is not a draft",
                quote.number + " revision " + quote.revision + " cannot be changed any more");
    }
}
