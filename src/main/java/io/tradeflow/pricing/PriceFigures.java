package io.tradeflow.pricing;

import java.math.BigDecimal;

/** Figures as traces keep them: without needless zeros, never in powers of ten, so that the same trace is the same JSON. */
final class PriceFigures {

    private static final int USUAL_DECIMALS = 2;

    private PriceFigures() {}

    static BigDecimal tidy(BigDecimal figure) {
        BigDecimal plain = figure.stripTrailingZeros();
        return plain.setScale(Math.max(USUAL_DECIMALS, plain.scale()));
    }
}
