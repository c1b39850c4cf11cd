package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;

/** The buyer's yes. */
record AcceptanceJson(
        @Schema(description = "Revision the buyer has read") @NotNull @Positive Integer revision,
        @Schema(description = "The buyer's purchase order; each number is used once") @NotBlank @Size(max = 64)
                String poNumber,
        @Schema(description = "Today if left out") LocalDate poDate,
        @Schema(
                        description =
                                "Numbers of the lines that are taken, optional ones and alternatives among them; all firm lines if left out")
                @Size(max = 1000)
                Set<@Positive Integer> lines) {

    AcceptanceJson {
        lines = lines == null ? Set.of() : Set.copyOf(lines);
    }
}
