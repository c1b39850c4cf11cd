package io.tradeflow.ordering;

import io.tradeflow.document.FrozenDocument;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.quotation.PublicAddress;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mail that confirms an order. */
@Component
class OrderMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final Parties parties;
    private final PublicAddress address;

    OrderMails(Mails mails, Parties parties, PublicAddress address) {
        this.mails = mails;
        this.parties = parties;
        this.address = address;
    }

    void confirmed(SalesOrder order, FrozenDocument confirmation) {
        Buyer buyer = parties.buyer(order.buyerCode());
        String body =
                """
                Dear %s,

                thank you for your order. We confirm it as %s, for your purchase order %s of %s; the confirmation
                is attached.

                %s

                Total including tax: %s
                Payment: %s
                Deliver to: %s
                Delivery: %s

                You can follow it here:
                %s

                Kind regards,
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                order.number(),
                                order.poNumber(),
                                DAY.format(order.poDate()),
                                order.lines().stream().map(OrderMails::line).collect(Collectors.joining("\n")),
                                Amounts.shown(order.grandTotal()),
                                payment(order),
                                order.shipTo().onOneLine(),
                                delivery(order.delivery()),
                                address.ofDeal(order.dealNumber()),
                                parties.seller().legalName());
        mails.queue(new MailDraft(
                "order-confirmed:" + order.number(),
                order.dealNumber(),
                buyer.email(),
                "Order " + order.number() + " confirmed for your PO " + order.poNumber(),
                body,
                List.of(confirmation.id())));
    }

    void revised(SalesOrder order, List<String> changes, FrozenDocument confirmation) {
        Buyer buyer = parties.buyer(order.buyerCode());
        String body =
                """
                Dear %s,

                we have changed your order %s (purchase order %s) as follows. The new confirmation, revision %d, is
                attached; it replaces the earlier ones.

                %s

                Total including tax: %s
                Payment: %s

                You can follow it here:
                %s

                Kind regards,
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                order.number(),
                                order.poNumber(),
                                order.revision(),
                                changes.stream().map(each -> "- " + each).collect(Collectors.joining("\n")),
                                Amounts.shown(order.grandTotal()),
                                payment(order),
                                address.ofDeal(order.dealNumber()),
                                parties.seller().legalName());
        mails.queue(new MailDraft(
                "order-revised:" + order.number() + ":" + order.revision(),
                order.dealNumber(),
                buyer.email(),
                "Order " + order.number() + " changed, revision " + order.revision(),
                body,
                List.of(confirmation.id())));
    }

    void cancelled(SalesOrder order, String reason) {
        Buyer buyer = parties.buyer(order.buyerCode());
        mails.queue(new MailDraft(
                "order-cancelled:" + order.number(),
                order.dealNumber(),
                buyer.email(),
                "Order " + order.number() + " cancelled, your PO " + order.poNumber(),
                """
                Dear %s,

                order %s, your purchase order %s, is cancelled: %s

                Nothing more is delivered or invoiced under it. What you have paid for it in advance is paid back to you.

                Kind regards,
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                order.number(),
                                order.poNumber(),
                                reason,
                                parties.seller().legalName()),
                List.of()));
    }

    private static String line(SalesOrder.Line line) {
        String wanted = line.requestedOn() == null ? "" : ", wanted by " + DAY.format(line.requestedOn());
        return "%d. %s, %s: %s%s"
                .formatted(line.lineNo(), line.description(), line.ordered(), Amounts.shown(line.net()), wanted);
    }

    private static String delivery(Delivery delivery) {
        return delivery.shippingPolicy().label().toLowerCase(Locale.ROOT)
                + (delivery.incoterm() == null ? "" : ", " + delivery.incoterm().words())
                + (delivery.instructions() == null ? "" : "; " + delivery.instructions());
    }

    private static String payment(SalesOrder order) {
        String rest = order.payment().words();
        return order.advance().isPositive()
                ? "advance of " + Amounts.shown(order.advance()) + " before dispatch, the rest: " + rest
                : rest;
    }
}
