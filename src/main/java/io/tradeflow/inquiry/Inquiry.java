package io.tradeflow.inquiry;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A received inquiry; its number is the business key of the whole deal. Segment, price tier and handling are null until decided.
 *
 * @param receivedBy name of who took it in: a member of staff, or the buyer's own user
 * @param receivedById the sign-in name of the same
 */
public record Inquiry(
        String number,
        String buyerCode,
        InquiryDraft.Channel channel,
        String buyerReference,
        String requirement,
        InquiryDraft.Urgency urgency,
        LocalDate neededBy,
        String segment,
        String priceTier,
        Handling handling,
        String receivedBy,
        String receivedById,
        boolean receivedByStaff,
        Instant receivedAt,
        List<Line> lines) {

    /**
     * @param quantity in the product's own unit
     * @param targetPrice what the buyer would like to pay per unit, in the buyer's currency; null if not said
     * @param entered what was asked for where that was in a packaging unit, e.g. 5 BOX; else null
     */
    public record Line(
            int lineNo,
            String sku,
            Quantity quantity,
            String note,
            BigDecimal targetPrice,
            LocalDate neededBy,
            Quantity entered) {}
}
