package io.tradeflow.credit;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;

/** What is left of one obligation. {@code number} of the order, shipment, invoice or receipt; {@code dueOn} of a receivable, else null; deal and order null on account. */
public record ExposureRow(
        Bucket bucket,
        String number,
        String dealNumber,
        String orderNumber,
        LocalDate dueOn,
        Money amount,
        Instant since) {}
