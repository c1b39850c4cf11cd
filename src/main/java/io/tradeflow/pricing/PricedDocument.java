package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * All prices of a document.
 *
 * @param lines one per line, in their order; unit prices before the bulk discount
 * @param net sum of the lines after the bulk discount, two decimals
 */
public record PricedDocument(List<LinePrice> lines, BulkDiscount bulkDiscount, BigDecimal net, Charges charges) {

    public PricedDocument {
        lines = List.copyOf(lines);
    }
}
