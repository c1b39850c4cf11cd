package io.tradeflow.payment;

import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mail that reminds a buyer of what is overdue on an order; one per order, level and day, the invoices attached. */
@Component
class ReminderMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;
    private final TaxInvoices invoices;

    ReminderMail(Mails mails, Parties parties, TaxInvoices invoices) {
        this.mails = mails;
        this.parties = parties;
        this.invoices = invoices;
    }

    /**
     * The key names the last due day it speaks of, because the levels start anew for what falls due later.
     *
     * @param overdue open items of one order with an instalment that is overdue today, at least one
     */
    void queue(int level, List<OpenItem> overdue, LocalDate today) {
        OpenItem first = overdue.get(0);
        Buyer buyer = parties.buyer(first.buyerCode());
        mails.queue(new MailDraft(
                "payment-reminder:" + first.orderNumber() + ":" + level + ":" + lastDueOn(overdue, today),
                first.dealNumber(),
                buyer.email(),
                "Reminder %d: payment for order %s".formatted(level, first.orderNumber()),
                body(overdue, buyer, today),
                documents(overdue)));
    }

    private static LocalDate lastDueOn(List<OpenItem> overdue, LocalDate today) {
        return overdue.stream()
                .flatMap(item -> item.overdue(today).stream())
                .map(Instalment::dueOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private String body(List<OpenItem> overdue, Buyer buyer, LocalDate today) {
        OpenItem first = overdue.get(0);
        return """
                Dear %s,

                the following is overdue on your order %s:

                %s

                Please arrange the payment and quote the invoice numbers. If it has crossed with this mail, kindly \
                disregard it.

                Regards
                %s
                """
                .formatted(
                        buyer.contactName(),
                        first.orderNumber(),
                        overdue.stream()
                                .flatMap(item -> item.overdue(today).stream().map(one -> line(item, one)))
                                .collect(Collectors.joining("\n")),
                        parties.seller().legalName());
    }

    private static String line(OpenItem item, Instalment instalment) {
        Money open = instalment.amount();
        return "%s %s of %s%s, due on %s: %s %s"
                .formatted(
                        switch (item.kind()) {
                            case INVOICE -> "Invoice";
                            case DEBIT_NOTE -> "Debit note";
                            case REVISED_INVOICE -> "Revised invoice";
                        },
                        item.invoiceNumber(),
                        DAY.format(item.issuedOn()),
                        item.instalments().size() > 1 ? ", instalment" : "",
                        DAY.format(instalment.dueOn()),
                        open.currency().getCurrencyCode(),
                        AmountInWords.grouped(open));
    }

    private List<Long> documents(List<OpenItem> overdue) {
        Set<String> numbers = overdue.stream().map(OpenItem::invoiceNumber).collect(Collectors.toSet());
        return invoices.ofDeal(Actor.PROGRAM, overdue.get(0).dealNumber()).stream()
                .filter(invoice -> numbers.contains(invoice.number()))
                .map(TaxInvoice::documentId)
                .toList();
    }
}
