package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the buyer wants different. */
record ChangeRequestJson(@Schema(example = "200 instead of 100 of line 1") @NotBlank @Size(max = 2000) String wish) {}
