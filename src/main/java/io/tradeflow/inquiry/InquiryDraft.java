package io.tradeflow.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An inquiry as it comes in, not yet checked. {@code buyerReference} is the buyer's own RFQ number, may be null. */
public record InquiryDraft(
        String buyerCode,
        Channel channel,
        String buyerReference,
        String requirement,
        Urgency urgency,
        LocalDate neededBy,
        List<Line> lines) {

    public enum Channel {
        PORTAL,
        WEB_FORM,
        SALES_CALL,
        EMAIL,
        DISTRIBUTOR,
        API
    }

    public enum Urgency {
        NORMAL,
        URGENT,
        CRITICAL
    }

    /**
     * @param unit may be null: then it is the product's
     * @param targetPrice what the buyer would like to pay per unit, in the buyer's currency; may be null
     * @param neededBy null where the inquiry's day counts
     */
    public record Line(
            String sku, BigDecimal quantity, String unit, String note, BigDecimal targetPrice, LocalDate neededBy) {

        public Line(String sku, BigDecimal quantity, String unit, String note) {
            this(sku, quantity, unit, note, null, null);
        }
    }
}
