package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * A revised invoice was issued.
 *
 * @param addition what is owed besides what the original billed
 */
public record InvoiceRevised(
        String number,
        String invoiceNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money addition) {}
