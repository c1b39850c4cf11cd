package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * A bill of supply from before the certificate of registration that no revised invoice follows yet.
 *
 * @param lastDay until when one may be issued
 */
public record RevisableInvoice(
        String number,
        String branchCode,
        String dealNumber,
        String buyerName,
        String buyerGstin,
        LocalDate issuedOn,
        Money grandTotal,
        LocalDate lastDay) {

    public boolean isInTime(LocalDate today) {
        return !today.isAfter(lastDay);
    }
}
