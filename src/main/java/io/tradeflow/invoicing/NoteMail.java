package io.tradeflow.invoicing;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mail that brings a credit or debit note to the buyer; one per note. */
@Component
class NoteMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;

    NoteMail(Mails mails, Parties parties) {
        this.mails = mails;
        this.parties = parties;
    }

    void queue(TaxNote note) {
        Buyer buyer = parties.buyer(note.buyerCode());
        mails.queue(new MailDraft(
                "note-sent:" + note.number(),
                note.dealNumber(),
                buyer.email(),
                note.title() + " " + note.number() + " for order " + note.orderNumber(),
                body(note, buyer),
                List.of(note.documentId())));
    }

    private String body(TaxNote note, Buyer buyer) {
        return """
                Dear %s,

                please find attached our %s %s of %s for %s.

                Reason: %s
                Amount: %s
                %s
                Regards
                %s
                """
                .formatted(
                        buyer.contactName(),
                        note.title().toLowerCase(Locale.ROOT),
                        note.number(),
                        DAY.format(note.issuedOn()),
                        note.invoices().stream()
                                .map(of -> (of.revised() == null ? "invoice " : "revised invoice ") + of.quotedNumber()
                                        + " of " + DAY.format(of.quotedOn()))
                                .collect(Collectors.joining(", ")),
                        note.reason().label(),
                        note.currency() + " " + AmountInWords.grouped(note.grandTotal()),
                        asked(note),
                        parties.seller().legalName());
    }

    private static String asked(TaxNote note) {
        if (NotePaper.asksForReversal(note)) {
            return """

                    If you have taken input tax credit for this supply, please reverse it and tell us the day on the page of the \
                    deal; our tax falls only when you have.
                    """;
        }
        return note.dueOn() == null ? "" : "Due on: " + DAY.format(note.dueOn()) + "\n";
    }
}
