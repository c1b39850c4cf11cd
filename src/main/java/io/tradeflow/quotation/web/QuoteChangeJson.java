package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.quotation.LineChange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the sales desk changes on a draft. */
record QuoteChangeJson(
        List<@Valid @NotNull Line> lines,
        @Schema(description = "Last day the buyer can accept") LocalDate validUntil,
        @Schema(description = "One condition a line") @Size(max = 4000) String terms) {

    record Line(
            @NotNull @Positive Integer lineNo,
            @Positive @Digits(integer = 13, fraction = 6) BigDecimal quantity,
            @Schema(description = "Per unit, in the quote's currency") @Positive @Digits(integer = 15, fraction = 4)
                    BigDecimal unitPrice) {}

    List<LineChange> toLineChanges() {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> new LineChange(line.lineNo(), line.quantity(), line.unitPrice()))
                        .toList();
    }
}
