package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The discount on a whole quote, before tax: given as a percentage, as an amount or not at all.
 *
 * @param documentDiscount what it comes to on these goods
 * @param discountByHand whether the sales desk gave or took it away; else it is what the bulk discounts say
 */
@Embeddable
public record QuoteDiscount(
        BigDecimal discountPercent, BigDecimal discountAmount, BigDecimal documentDiscount, boolean discountByHand) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final QuoteDiscount NONE =
            new QuoteDiscount(null, null, BigDecimal.ZERO.setScale(Money.DOCUMENT_SCALE), false);

    /** What the bulk discounts grant; zero means none. */
    static QuoteDiscount bulk(BigDecimal percent) {
        return percent.signum() == 0 ? NONE : new QuoteDiscount(percent, null, NONE.documentDiscount, false);
    }

    /** Set by the sales desk; zero means none, whatever bulk discounts there are. */
    static QuoteDiscount percent(BigDecimal percent) {
        return new QuoteDiscount(percent.signum() == 0 ? null : percent, null, NONE.documentDiscount, true);
    }

    /** Set by the sales desk; zero means none, whatever bulk discounts there are. */
    static QuoteDiscount amount(BigDecimal amount) {
        return new QuoteDiscount(null, amount.signum() == 0 ? null : amount, NONE.documentDiscount, true);
    }

    /** Of goods that were offered only some are taken: an amount is given for those; a percentage stays. */
    QuoteDiscount inProportion(BigDecimal taken, BigDecimal offered) {
        if (discountAmount == null || taken.compareTo(offered) >= 0) {
            return this;
        }
        return amount(discountAmount.multiply(taken).divide(offered, Money.DOCUMENT_SCALE, RoundingMode.DOWN));
    }

    /** An amount larger than the goods takes no more than they cost. */
    QuoteDiscount on(BigDecimal goods) {
        BigDecimal comesTo = discountPercent != null
                ? goods.multiply(discountPercent).divide(HUNDRED, Money.DOCUMENT_SCALE, RoundingMode.HALF_UP)
                : discountAmount != null ? discountAmount.min(goods) : BigDecimal.ZERO;
        return new QuoteDiscount(
                discountPercent,
                discountAmount,
                comesTo.setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP),
                discountByHand);
    }
}
