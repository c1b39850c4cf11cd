package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.SettlementLedger.Draft;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Books what settles an open item, and tells credit in the same transaction. */
@Component
class Settlements {

    private final SettlementLedger ledger;
    private final PaymentBook book;
    private final Exposures exposures;

    Settlements(SettlementLedger ledger, PaymentBook book, Exposures exposures) {
        this.ledger = ledger;
        this.book = book;
        this.exposures = exposures;
    }

    SettlementEntry book(Draft draft) {
        return told(ledger.add(draft));
    }

    SettlementEntry reverse(SettlementEntry entry, String reason, LocalDate on, Actor by) {
        return told(ledger.reverse(entry, reason, on, by));
    }

    private SettlementEntry told(SettlementEntry entry) {
        exposures.settled(
                book.openItem(entry.invoiceNumber()).orElseThrow().debt(),
                "settlement " + entry.id(),
                entry.invoiceNumber(),
                entry.kind() == SettlementKind.RECEIPT ? entry.receiptNumber() : null,
                entry.amount());
        return entry;
    }
}
