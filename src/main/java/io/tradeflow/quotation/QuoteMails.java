package io.tradeflow.quotation;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The mail that brings a quote to the buyer. */
@Component
class QuoteMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final PublicAddress address;

    QuoteMails(Mails mails, PublicAddress address) {
        this.mails = mails;
        this.address = address;
    }

    /**
     * @param secret of the link with which who gets this mail answers without signing in
     * @param word of the sales desk to the buyer, or null
     */
    void sent(StoredQuote quote, Buyer buyer, SellingCompany seller, String secret, String word) {
        String total = Amounts.shown(quote.toQuote().grandTotal());
        String body =
                """
                Dear %s,

                thank you for your inquiry %s. Please find attached our quotation %s%s.
                %s
                Total including tax: %s
                Valid until: %s

                You can accept it, ask for a change or decline it here, without signing in. The link takes one
                answer; please do not pass it on:
                %s

                Or sign in and see the whole deal:
                %s

                Kind regards,
                %s
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                quote.dealNumber,
                                quote.number,
                                quote.revision > 1 ? ", revision " + quote.revision : "",
                                word == null ? "" : "\n" + word + "\n",
                                total,
                                day(quote.validUntil),
                                address.of("/quote-link?secret=" + secret),
                                address.ofDeal(quote.dealNumber),
                                quote.preparedBy,
                                seller.legalName());
        mails.queue(new MailDraft(
                "quote-sent:" + quote.number + ":" + quote.revision,
                quote.dealNumber,
                buyer.email(),
                "Quotation " + quote.number + (quote.revision > 1 ? " (revision " + quote.revision + ")" : "") + ", "
                        + total + ", valid until " + day(quote.validUntil),
                body,
                List.of(quote.documentId)));
    }

    /** Repeats the link, because a secret cannot be read again: a new one, with which nothing else can be done. */
    void reminder(StoredQuote quote, Buyer buyer, SellingCompany seller, String secret) {
        String body =
                """
                Dear %s,

                our quotation %s over %s is valid until %s. If it suits you, accept it here with your PO number;
                you can also ask for a change or tell us that you do not need it. The link takes one answer:
                %s

                Kind regards,
                %s
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                quote.number,
                                Amounts.shown(quote.toQuote().grandTotal()),
                                day(quote.validUntil),
                                address.of("/quote-link?secret=" + secret),
                                quote.preparedBy,
                                seller.legalName());
        mails.queue(new MailDraft(
                "quote-reminder:" + quote.number + ":" + quote.revision,
                quote.dealNumber,
                buyer.email(),
                "Quotation " + quote.number + " is valid until " + day(quote.validUntil),
                body,
                List.of(quote.documentId)));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }
}
