package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

public record Receipt(
        String number,
        String dealNumber,
        String buyerCode,
        String orderNumber,
        Money amount,
        Money unapplied,
        ReceiptDraft.Mode mode,
        String reference,
        LocalDate receivedOn,
        String recordedBy) {}
