package io.tradeflow.dispatch;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Buyer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the buyer that goods are on their way: with whom, how to follow them, and what is in it. */
final class DispatchMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private DispatchMail() {}

    static MailDraft of(Shipment shipment, SalesOrder order, Buyer buyer, Consignment consignment, String seller) {
        return new MailDraft(
                "shipment-dispatched:" + shipment.number(),
                shipment.dealNumber(),
                buyer.email(),
                "On its way: shipment " + shipment.number() + " for your PO " + order.poNumber(),
                body(shipment, order, buyer, consignment, seller),
                List.of());
    }

    private static String body(
            Shipment shipment, SalesOrder order, Buyer buyer, Consignment consignment, String seller) {
        return """
                Dear %s,

                goods of your order %s (PO %s) are on their way.

                %s

                In %d %s, %s kg gross:
                %s

                The invoice comes in a mail of its own.

                %s
                """
                .formatted(
                        buyer.contactName(),
                        order.number(),
                        order.poNumber(),
                        transport(consignment),
                        shipment.packages(),
                        shipment.packages() == 1 ? "package" : "packages",
                        shipment.grossWeightKg().stripTrailingZeros().toPlainString(),
                        contents(shipment),
                        seller);
    }

    private static String transport(Consignment consignment) {
        HandOver handOver = consignment.handOver();
        StringBuilder lines = new StringBuilder(
                "Carrier: " + handOver.carrier() + ", by " + handOver.mode().label());
        add(lines, "Vehicle", handOver.vehicleNumber());
        add(lines, "Transport document", handOver.transportDocumentNumber());
        add(lines, "Tracking number", handOver.trackingNumber());
        add(lines, "Follow it at", consignment.trackingLink());
        add(lines, "Expected on", handOver.expectedOn() == null ? null : DAY.format(handOver.expectedOn()));
        return lines.toString();
    }

    private static void add(StringBuilder lines, String label, String value) {
        if (value != null) {
            lines.append('\n').append(label).append(": ").append(value);
        }
    }

    private static String contents(Shipment shipment) {
        return shipment.lines().stream()
                .filter(line -> line.quantity().isPositive())
                .map(line -> "- " + line.quantity() + " " + line.description()
                        + (line.batch().isEmpty() ? "" : ", batch " + line.batch()))
                .collect(Collectors.joining("\n"));
    }
}
