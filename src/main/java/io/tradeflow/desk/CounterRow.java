package io.tradeflow.desk;

import io.tradeflow.kernel.Percentage;
import io.tradeflow.quotation.CounterOffer;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A wish of the buyer beside what we offered and what the draft says now.
 *
 * @param draft the line as the draft has it, or null where it is not in it any more
 * @param gap how far the offered price lies below ours, in percent of ours; null without a price
 * @param margin what the offered price would leave us, in percent; null where the cost is not known
 */
record CounterRow(CounterOffer.Line wish, Quote.Line offered, Quote.Line draft, Percentage gap, Percentage margin) {

    static CounterRow of(CounterOffer.Line wish, Quote offeredQuote, Quote draftQuote) {
        Quote.Line offered = offeredQuote.lines().stream()
                .filter(line -> line.lineNo() == wish.lineNo())
                .findFirst()
                .orElseThrow();
        Quote.Line draft = draftQuote.lines().stream()
                .filter(line -> line.previousLineNo() != null && line.previousLineNo() == wish.lineNo())
                .findFirst()
                .orElse(null);
        BigDecimal ours = offered.unitPrice().amount();
        BigDecimal theirs = wish.unitPrice();
        return new CounterRow(
                wish,
                offered,
                draft,
                theirs == null ? null : Percentage.share(ours.subtract(theirs), ours),
                theirs == null || offered.margin() == null ? null : marginAt(theirs, ours, offered.margin()));
    }

    /** The cost follows from our price and our margin. */
    private static Percentage marginAt(BigDecimal theirs, BigDecimal ours, Percentage margin) {
        BigDecimal cost =
                ours.multiply(BigDecimal.ONE.subtract(margin.value().movePointLeft(2)), MathContext.DECIMAL64);
        return Percentage.share(theirs.subtract(cost), theirs);
    }
}
