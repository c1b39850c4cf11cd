package io.tradeflow.inquiry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inquiry.InquiryDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An inquiry to submit. */
record NewInquiryJson(
        @Schema(description = "Code of the buying company; a buyer's own user may leave it out") @Size(max = 40)
                String buyerCode,
        @Schema(description = "How it came in; API if left out") InquiryDraft.Channel channel,
        @Schema(description = "The buyer's own RFQ number") @Size(max = 64) String buyerReference,
        @Size(max = 2000) String requirement,
        @Schema(description = "NORMAL if left out") InquiryDraft.Urgency urgency,
        LocalDate neededBy,
        @NotEmpty List<@Valid @NotNull Line> lines) {

    record Line(
            @NotBlank @Size(max = 40) String sku,
            @NotNull @Positive @Digits(integer = 13, fraction = 6) BigDecimal quantity,
            @Schema(
                            description =
                                    "Unit quantity code of the product or of one of its packages; the product's if left out")
                    @Size(max = 8)
                    String unit,
            @Size(max = 500) String note,
            @Schema(description = "What the buyer would like to pay per unit, in the buyer's currency")
                    @Positive
                    @Digits(integer = 15, fraction = 4)
                    BigDecimal targetPrice,
            @Schema(description = "Where the line is needed on another day than the rest") LocalDate neededBy) {

        InquiryDraft.Line toDraft() {
            return new InquiryDraft.Line(sku, quantity, unit, note, targetPrice, neededBy);
        }
    }

    InquiryDraft toDraft() {
        return new InquiryDraft(
                buyerCode,
                channel,
                buyerReference,
                requirement,
                urgency,
                neededBy,
                lines.stream().map(Line::toDraft).toList());
    }
}
