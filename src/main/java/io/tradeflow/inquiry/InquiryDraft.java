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

    /** {@code unit} may be null: then it is the product's. */
    public record Line(String sku, BigDecimal quantity, String unit, String note) {}
}
