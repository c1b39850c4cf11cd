package io.tradeflow.ordering.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a deal is cancelled; the buyer can read it. */
record CancellationJson(@NotBlank @Size(max = 500) String reason) {}
