package io.tradeflow.einvoice;

import java.time.LocalDate;

/**
 * Whether the company registers its documents, from a day on until the next of these.
 *
 * @param uploadWithinDays the portal takes a document so many days after its date; null without limit
 * @param cancelWithinHours a registration can be cancelled so long after it was acknowledged
 * @param source what makes the company register, such as its turnover
 */
public record EInvoiceDuty(
        LocalDate validFrom, boolean applies, Integer uploadWithinDays, int cancelWithinHours, String source) {}
