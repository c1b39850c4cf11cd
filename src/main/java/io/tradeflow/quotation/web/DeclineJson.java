package io.tradeflow.quotation.web;

import jakarta.validation.constraints.Size;

/** The buyer's no, with or without a reason. */
record DeclineJson(@Size(max = 2000) String reason) {}
