package io.tradeflow.quotation;

import java.math.BigDecimal;

/** What the sales desk changes on a draft's line; null leaves it as it is. Unit price in the quote's currency. */
public record LineChange(int lineNo, BigDecimal quantity, BigDecimal unitPrice) {}
