package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Which prices are asked for: one buyer, one day, all lines at once. {@code priceTier} comes from the segment decision. */
public record PriceRequest(String buyerCode, String priceTier, String currency, LocalDate on, List<Line> lines) {

    public record Line(int lineNo, String sku, BigDecimal quantity) {}
}
