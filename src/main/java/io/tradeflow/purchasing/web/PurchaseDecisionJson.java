package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.purchasing.PurchaseApproval.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An approver's decision. */
record PurchaseDecisionJson(
        @NotNull Outcome outcome,
        @Schema(description = "Needed to refuse or to send back") @Size(max = 1000) String comment) {}
