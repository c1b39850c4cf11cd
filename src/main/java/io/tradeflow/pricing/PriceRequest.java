package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Which prices are asked for: one buyer, one day, all lines at once.
 *
 * @param priceTier group whose prices count, from the segment decision; null for none
 * @param segment segment of the buyer, for charges; null if not known
 * @param channel channel whose prices count, such as PORTAL, SALES_CALL, EMAIL, DISTRIBUTOR or API; null for none
 */
public record PriceRequest(
        String buyerCode,
        String priceTier,
        String segment,
        String channel,
        String currency,
        LocalDate on,
        List<Line> lines) {

    public PriceRequest {
        lines = List.copyOf(lines);
    }

    /** Prices of no particular channel. */
    public PriceRequest(String buyerCode, String priceTier, String currency, LocalDate on, List<Line> lines) {
        this(buyerCode, priceTier, null, null, currency, on, lines);
    }

    public record Line(int lineNo, String sku, BigDecimal quantity) {}
}
