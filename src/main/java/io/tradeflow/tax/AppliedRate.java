package io.tradeflow.tax;

import java.math.BigDecimal;

/**
 * The rate a line is taxed at whatever the table says, because it was fixed before: a note bears the rate of its invoice.
 *
 * @param rate full rate in percent
 * @param source what fixed it
 */
public record AppliedRate(TaxTreatment treatment, BigDecimal rate, String source) {}
