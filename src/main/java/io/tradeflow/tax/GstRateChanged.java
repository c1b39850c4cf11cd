package io.tradeflow.tax;

/** A rate was entered or changed; what was read before is old. */
record GstRateChanged(String hsnPrefix) {}
