package io.tradeflow.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A received inquiry. Segment and price tier are ours: a buyer does not get them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InquiryJson(
        @Schema(description = "Also the number of the deal") String number,
        String buyerCode,
        InquiryDraft.Channel channel,
        String buyerReference,
        String requirement,
        InquiryDraft.Urgency urgency,
        LocalDate neededBy,
        @Schema(description = "Staff only") String segment,
        @Schema(description = "Staff only") String priceTier,
        String receivedBy,
        Instant receivedAt,
        List<Line> lines) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int lineNo,
            String sku,
            @Schema(description = "In the product's own unit") BigDecimal quantity,
            String unit,
            String note,
            BigDecimal targetPrice,
            LocalDate neededBy,
            @Schema(description = "What was asked for, where that was in a packaging unit") BigDecimal enteredQuantity,
            String enteredUnit) {

        static Line of(Inquiry.Line line) {
            return new Line(
                    line.lineNo(),
                    line.sku(),
                    line.quantity().plain(),
                    line.quantity().unit(),
                    line.note(),
                    line.targetPrice(),
                    line.neededBy(),
                    line.entered() == null ? null : line.entered().plain(),
                    line.entered() == null ? null : line.entered().unit());
        }
    }

    static InquiryJson of(Inquiry inquiry, Actor by) {
        boolean forBuyer = by instanceof Actor.BuyerUser;
        return new InquiryJson(
                inquiry.number(),
                inquiry.buyerCode(),
                inquiry.channel(),
                inquiry.buyerReference(),
                inquiry.requirement(),
                inquiry.urgency(),
                inquiry.neededBy(),
                forBuyer ? null : inquiry.segment(),
                forBuyer ? null : inquiry.priceTier(),
                inquiry.receivedBy(),
                inquiry.receivedAt(),
                inquiry.lines().stream().map(Line::of).toList());
    }
}
