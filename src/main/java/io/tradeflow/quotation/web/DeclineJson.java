package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** The buyer's no, with or without a reason. */
record DeclineJson(
        @Size(max = 2000) String reason,
        @Schema(description = "Revision that was read; where it is no longer the current one, nothing is declined")
                Integer revision,
        @Schema(description = "Code of a reason as GET /lost-reasons lists them; may be left out") String lostReason) {}
