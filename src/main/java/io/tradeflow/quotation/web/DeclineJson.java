package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** The buyer's no, with or without a reason. */
record DeclineJson(
        @Size(max = 2000) String reason,
        @Schema(description = "Code of a reason as GET /lost-reasons lists them; may be left out") String lostReason) {}
