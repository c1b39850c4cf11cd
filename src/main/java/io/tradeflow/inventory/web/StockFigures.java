package io.tradeflow.inventory.web;

import java.math.BigDecimal;

/** How quantities are written: without idle zeros and never in powers of ten. */
final class StockFigures {

    private StockFigures() {}

    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
