package io.tradeflow.dispatch;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the buyer by mail how a consignment fares; each thing once. */
@Component
class ConsignmentMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Mails mails;
    private final SalesOrders orders;
    private final Parties parties;

    ConsignmentMails(Mails mails, SalesOrders orders, Parties parties) {
        this.mails = mails;
        this.orders = orders;
        this.parties = parties;
    }

    void outForDelivery(Consignment consignment) {
        queue(
                consignment,
                "out-for-delivery",
                "Out for delivery: shipment ",
                "the carrier brings the goods today or on the next working day. Please have somebody ready to receive them.");
    }

    void delivered(Consignment consignment, String receivedBy, boolean inPart) {
        queue(
                consignment,
                "delivered",
                "Delivered: shipment ",
                inPart
                        ? "the goods were delivered and received by " + receivedBy
                                + ", but for a part that was not taken. We come back to you about that part."
                        : "the goods were delivered and received by " + receivedBy + ".");
    }

    /** Once per day that is given up. */
    void delayed(Consignment consignment, String why) {
        String expected = consignment.handOver().expectedOn() == null
                ? "later than planned"
                : "expected on " + DAY.format(consignment.handOver().expectedOn());
        queue(
                consignment,
                "delayed:" + consignment.handOver().expectedOn(),
                "Delayed: shipment ",
                "the goods are " + expected + ". " + why);
    }

    private void queue(Consignment consignment, String what, String subject, String news) {
        SalesOrder order = orders.order(consignment.orderNumber());
        Buyer buyer = parties.buyer(order.buyerCode());
        String number = consignment.shipmentNumber();
        mails.queue(new MailDraft(
                "consignment-" + what + ":" + number,
                consignment.dealNumber(),
                buyer.email(),
                subject + number + " for your PO " + order.poNumber(),
                """
                Dear %s,

                shipment %s of your order %s (PO %s), with %s: %s
                %s
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                number,
                                order.number(),
                                order.poNumber(),
                                consignment.handOver().carrier(),
                                news,
                                consignment.trackingLink() == null
                                        ? ""
                                        : "\nFollow it at " + consignment.trackingLink() + "\n",
                                parties.seller().tradeName()),
                List.of()));
    }
}
