package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The mail that brings a revised invoice to the buyer; one per revised invoice. */
@Component
class RevisedMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;

    RevisedMail(Mails mails, Parties parties) {
        this.mails = mails;
        this.parties = parties;
    }

    void queue(RevisedInvoice revised) {
        Buyer buyer = parties.buyer(revised.buyerCode());
        mails.queue(new MailDraft(
                "revised-invoice-sent:" + revised.number(),
                revised.dealNumber(),
                buyer.email(),
                "Revised invoice " + revised.number() + " for bill of supply " + revised.invoiceNumber(),
                body(revised, buyer),
                List.of(revised.documentId())));
    }

    private String body(RevisedInvoice revised, Buyer buyer) {
        return """
                Dear %s,

                please find attached our revised invoice %s of %s. It stands in place of our bill of supply %s of %s, \
                which we issued before our certificate of registration under GST, and charges the tax of that supply.

                Amount: %s
                %s

                Regards
                %s
                """
                .formatted(
                        buyer.contactName(),
                        revised.number(),
                        DAY.format(revised.issuedOn()),
                        revised.invoiceNumber(),
                        DAY.format(revised.invoiceIssuedOn()),
                        amount(revised.grandTotal()),
                        asked(revised),
                        parties.seller().legalName());
    }

    private static String asked(RevisedInvoice revised) {
        return revised.addition().isPositive()
                ? "Besides the %s billed before: %s\nDue on: %s\n\nKindly quote its number with your payment."
                        .formatted(amount(revised.billed()), amount(revised.addition()), DAY.format(revised.dueOn()))
                : "Nothing is owed besides the %s billed before.".formatted(amount(revised.billed()));
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }
}
