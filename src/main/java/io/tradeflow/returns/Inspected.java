package io.tradeflow.returns;

import java.math.BigDecimal;

/** Where the received quantity of a line goes: back into stock, held back, or off the books. */
public record Inspected(BigDecimal restock, BigDecimal quarantine, BigDecimal scrap) {

    BigDecimal sum() {
        return restock.add(quarantine).add(scrap);
    }
}
