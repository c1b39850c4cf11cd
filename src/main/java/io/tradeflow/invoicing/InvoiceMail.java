package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mail that brings an invoice to the buyer; one per invoice. */
@Component
class InvoiceMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;
    private final SalesOrders orders;

    InvoiceMail(Mails mails, Parties parties, SalesOrders orders) {
        this.mails = mails;
        this.parties = parties;
        this.orders = orders;
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
                %s

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
                        due(invoice),
                        parties.seller().legalName());
    }

    /** Each instalment by its day, and what is taken off for paying early. */
    private String due(TaxInvoice invoice) {
        PaymentTerms payment = orders.order(invoice.orderNumber()).payment();
        String due = payment.inInstalments()
                ? payment.schedule(invoice.issuedOn(), invoice.grandTotal()).stream()
                        .map(part -> "%s by %s".formatted(amount(part.amount()), DAY.format(part.dueOn())))
                        .collect(Collectors.joining("; ", "Due: ", ""))
                : "Due on: " + DAY.format(invoice.dueOn());
        PaymentTerms.EarlyDiscount early = payment.discount();
        return early == null
                ? due
                : due
                        + "\nPaid in full by %s it is %s less."
                                .formatted(
                                        DAY.format(early.until(invoice.issuedOn())),
                                        amount(early.of(invoice.grandTotal())));
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }
}
