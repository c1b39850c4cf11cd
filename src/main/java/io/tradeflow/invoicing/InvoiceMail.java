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

/** The mail that brings an invoice to the buyer; one per invoice. */
@Component
class InvoiceMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;

    InvoiceMail(Mails mails, Parties parties) {
        this.mails = mails;
        this.parties = parties;
    }

    void queue(TaxInvoice invoice) {
        Buyer buyer = parties.buyer(invoice.buyerCode());
        mails.queue(new MailDraft(
                "invoice-sent:" + invoice.number(),
                invoice.dealNumber(),
                buyer.email(),
                InvoiceSeries.of(invoice.paper()).kind().title() + " " + invoice.number() + " for order "
                        + invoice.orderNumber(),
                body(invoice, buyer),
                List.of(invoice.documentId())));
    }

    private String body(TaxInvoice invoice, Buyer buyer) {
        return """
                Dear %s,

                please find attached our %s %s of %s for shipment %s of your order %s.

                Amount: %s
                Due on: %s

                Kindly quote its number with your payment.

                Regards
                %s
                """
                .formatted(
                        buyer.contactName(),
                        InvoiceSeries.of(invoice.paper()).kind().title().toLowerCase(Locale.ENGLISH),
                        invoice.number(),
                        DAY.format(invoice.issuedOn()),
                        String.join(", ", invoice.shipmentNumbers()),
                        invoice.orderNumber(),
                        amount(invoice.grandTotal()),
                        DAY.format(invoice.dueOn()),
                        parties.seller().legalName());
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }
}
