package io.tradeflow.invoicing;

import java.time.LocalDate;

/** Knows whether the company has to register its invoices with the portal (CGST rule 48(4)). */
public interface EInvoicingDuty {

    /** Whether it has to on that day, which follows from its turnover; consumers' invoices are free of it all the same. */
    boolean appliesOn(LocalDate day);
}
