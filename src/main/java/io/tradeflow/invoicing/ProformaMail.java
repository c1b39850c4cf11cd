package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that brings a proforma invoice to the buyer; one for each content of the paper. */
@Component
class ProformaMail {

    private final Mails mails;
    private final Parties parties;

    ProformaMail(Mails mails, Parties parties) {
        this.mails = mails;
        this.parties = parties;
    }

    void queue(ProformaInvoice proforma) {
        Buyer buyer = parties.buyer(proforma.buyerCode());
        String about = proforma.madeFor().word() + " " + proforma.sourceNumber();
        mails.queue(new MailDraft(
                "proforma-sent:" + proforma.number() + ":" + proforma.revision(),
                proforma.dealNumber(),
                buyer.email(),
                "Proforma invoice " + proforma.number() + " for " + about,
                """
                Dear %s,

                please find attached our proforma invoice %s for %s.

                Total: %s
                To be paid: %s

                It is not a tax invoice; that comes with the goods. Kindly quote the number with your payment.

                Regards
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                proforma.number(),
                                about,
                                amount(proforma.total()),
                                amount(proforma.asked()),
                                parties.seller().legalName()),
                List.of(proforma.documentId())));
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }
}
