package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

public record InvoiceIssued(
        String invoiceNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money grandTotal) {}
