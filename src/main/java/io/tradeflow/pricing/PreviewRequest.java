package io.tradeflow.pricing;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A question for prices, not yet checked. What is null follows from the buyer: today, its currency, its ship-to address, no channel, road.
 *
 * @param shipTo state, PIN and country count
 */
public record PreviewRequest(
        String buyerCode,
        LocalDate on,
        String currency,
        String channel,
        ShippingCharges.Mode mode,
        Address shipTo,
        List<Line> lines) {

    public record Line(String sku, BigDecimal quantity) {}
}
