package io.tradeflow.invoicing;

import java.time.LocalDate;

/**
 * What came to be known of the reversal of input tax credit, and when it was so.
 *
 * @param remark null if none
 */
public record ItcEntry(String noteNumber, ItcStatus status, LocalDate on, String remark, String recordedBy) {}
