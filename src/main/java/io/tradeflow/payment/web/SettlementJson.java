package io.tradeflow.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.payment.SettlementEntry;
import io.tradeflow.payment.SettlementKind;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What settled an open item, as the API answers it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Settlement")
record SettlementJson(
        long id,
        String invoiceNumber,
        SettlementKind kind,
        @Schema(description = "Negative where it takes an earlier one back") BigDecimal amount,
        String currency,
        String receiptNumber,
        @Schema(description = "Number of the note or write-off, or section of tax deducted") String source,
        Long reverses,
        boolean reversed,
        String reason,
        LocalDate bookedOn,
        String bookedBy) {

    static SettlementJson of(SettlementEntry entry) {
        return new SettlementJson(
                entry.id(),
                entry.invoiceNumber(),
                entry.kind(),
                entry.amount().toDocumentScale(),
                entry.amount().currency().getCurrencyCode(),
                entry.receiptNumber(),
                entry.source(),
                entry.reverses(),
                entry.reversed(),
                entry.reason(),
                entry.bookedOn(),
                entry.bookedBy());
    }
}
