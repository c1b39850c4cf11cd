package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.purchasing.PurchaseApproval.Asked;
import io.tradeflow.purchasing.PurchaseApproval.Decision;
import io.tradeflow.quotation.PublicAddress;
import io.tradeflow.tax.AmountInWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mails around a buyer's own approval; each goes out once. */
@Component
class PurchaseMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final PublicAddress address;

    PurchaseMails(Mails mails, PublicAddress address) {
        this.mails = mails;
        this.address = address;
    }

    /** @param insteadOf whom the receiver stands in for, or null */
    void asked(PurchaseApproval approval, String to, String name, String insteadOf) {
        String standIn = insteadOf == null ? "" : "You stand in for " + insteadOf + ". ";
        send(
                "asked:" + approval.id() + ":" + approval.level() + ":" + to,
                approval,
                to,
                "Please approve: " + amount(approval.amount()) + " for " + approval.requesterName() + ", quote "
                        + approval.quoteNumber(),
                """
                Dear %s,

                %s%s wants to order %s with PO %s (quote %s). This is over the %s, so you decide.

                The quote can be accepted until %s. Lines, totals and your decision are here:
                %s
                """
                        .formatted(
                                name,
                                standIn,
                                approval.requesterName(),
                                amount(approval.amount()),
                                approval.poNumber(),
                                approval.quoteNumber(),
                                approval.exceeded().label(),
                                day(approval.openUntil()),
                                page(approval)));
    }

    void reminder(PurchaseApproval approval, String to, String name) {
        send(
                "reminder:" + approval.id() + ":" + approval.level() + ":" + to,
                approval,
                to,
                "Still to approve: " + amount(approval.amount()) + ", quote " + approval.quoteNumber() + " ends "
                        + day(approval.openUntil()),
                """
                Dear %s,

                %s still waits for your decision on quote %s (%s). It can be accepted until %s.
                %s
                """
                        .formatted(
                                name,
                                approval.requesterName(),
                                approval.quoteNumber(),
                                amount(approval.amount()),
                                day(approval.openUntil()),
                                page(approval)));
    }

    void ordered(PurchaseApproval approval) {
        send(
                "ordered:" + approval.id(),
                approval,
                approval.requesterId(),
                "Approved and ordered: quote " + approval.quoteNumber(),
                """
                Dear %s,

                %s approved your order of %s. It is placed with PO %s.
                %s
                """
                        .formatted(
                                approval.requesterName(),
                                deciders(approval),
                                amount(approval.amount()),
                                approval.poNumber(),
                                address.ofDeal(approval.dealNumber())));
    }

    void notApproved(PurchaseApproval approval) {
        Decision last = approval.decisions().get(approval.decisions().size() - 1);
        boolean refused = last.outcome() == PurchaseApproval.Outcome.REFUSED;
        send(
                "not-approved:" + approval.id(),
                approval,
                approval.requesterId(),
                (refused ? "Not approved: quote " : "Sent back: quote ") + approval.quoteNumber(),
                """
                Dear %s,

                %s %s your order of %s:

                %s

                The quote stays open until %s; you can ask the seller for a change or order again.
                %s
                """
                        .formatted(
                                approval.requesterName(),
                                last.name(),
                                refused ? "did not approve" : "sent back",
                                amount(approval.amount()),
                                last.comment(),
                                day(approval.openUntil()),
                                address.ofDeal(approval.dealNumber())));
    }

    /** To the requester and to all who were asked. */
    void over(PurchaseApproval approval, String why) {
        Set<String> receivers =
                approval.asked().stream().map(Asked::userId).collect(Collectors.toCollection(TreeSet::new));
        receivers.add(approval.requesterId());
        for (String to : receivers) {
            send(
                    "over:" + approval.id() + ":" + to,
                    approval,
                    to,
                    "Nothing was ordered: quote " + approval.quoteNumber(),
                    """
                    Good day,

                    quote %s (%s, asked for by %s) was not ordered: %s.
                    %s
                    """
                            .formatted(
                                    approval.quoteNumber(),
                                    amount(approval.amount()),
                                    approval.requesterName(),
                                    why,
                                    address.ofDeal(approval.dealNumber())));
        }
    }

    private void send(String key, PurchaseApproval approval, String to, String subject, String body) {
        mails.queue(new MailDraft("purchase-approval-" + key, approval.dealNumber(), to, subject, body, List.of()));
    }

    private String page(PurchaseApproval approval) {
        return address.of("/portal/approvals/" + approval.id());
    }

    private static String deciders(PurchaseApproval approval) {
        return approval.decisions().stream().map(Decision::name).collect(Collectors.joining(" and "));
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
