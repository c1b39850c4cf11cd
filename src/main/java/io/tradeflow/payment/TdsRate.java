package io.tradeflow.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a buyer may deduct under a section of the law: {@code rate} percent of the value without GST. */
public record TdsRate(String section, String name, BigDecimal rate, LocalDate validFrom, LocalDate validTo) {}
