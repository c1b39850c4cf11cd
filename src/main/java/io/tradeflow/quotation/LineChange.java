package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the sales desk changes on a draft's line; null leaves it as it is. Unit price in the quote's currency.
 *
 * @param discountPercent off the list price, instead of a unit price
 * @param kind with {@code insteadOf} for an alternative
 * @param note an empty one takes the note away
 * @param asListed true takes a price set by hand back to what the price lists say
 */
public record LineChange(
        int lineNo,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        QuoteLineKind kind,
        Integer insteadOf,
        String note,
        LocalDate neededBy,
        boolean asListed) {

    /** Whether the goods or their value may be others after it. */
    boolean changesGoods() {
        return quantity != null || unitPrice != null || discountPercent != null || kind != null || asListed;
    }

    public LineChange(int lineNo, BigDecimal quantity, BigDecimal unitPrice) {
        this(lineNo, quantity, unitPrice, null, null, null, null, null, false);
    }
}
