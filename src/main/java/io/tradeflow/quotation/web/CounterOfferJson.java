package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.quotation.CounterOfferDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the buyer wants otherwise; what is left out stays as offered. */
record CounterOfferJson(
        @Schema(description = "Revision that is countered") @NotNull @Positive Integer revision,
        @Schema(example = "At these prices we order this week") @Size(max = 2000) String message,
        @Valid @Size(max = 1000) List<Line> lines) {

    record Line(
            @NotNull @Positive Integer lineNo,
            BigDecimal quantity,
            @Schema(description = "Per unit in the quote's currency, before tax") BigDecimal unitPrice,
            LocalDate neededBy,
            @Schema(description = "The line is not wanted") Boolean leaveOut,
            @Size(max = 500) String note) {}

    CounterOfferDraft toDraft() {
        return new CounterOfferDraft(
                message,
                lines == null
                        ? List.of()
                        : lines.stream()
                                .map(line -> new CounterOfferDraft.Line(
                                        line.lineNo(),
                                        line.quantity(),
                                        line.unitPrice(),
                                        line.neededBy(),
                                        Boolean.TRUE.equals(line.leaveOut()),
                                        line.note()))
                                .toList());
    }
}
