package io.tradeflow.returns;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Buyer;
import java.util.List;
import java.util.stream.Collectors;

/** What a buyer hears about a return. */
final class ReturnMail {

    private ReturnMail() {}

    static MailDraft instructions(GoodsReturn goods, SalesOrder order, Buyer buyer, String seller) {
        return mail(
                "return-approved",
                goods,
                order,
                buyer,
                seller,
                "please send the goods back",
                """
                you may send these goods back:

                %s

                Please mark every package with the number %s and give it to the driver we agree with you. You get %s as soon as we have \
                received and inspected them."""
                        .formatted(lines(goods), goods.number(), remedy(goods.remedy())));
    }

    static MailDraft reminder(GoodsReturn goods, SalesOrder order, Buyer buyer, String seller) {
        return mail(
                "return-awaited",
                goods,
                order,
                buyer,
                seller,
                "we still wait for the goods",
                """
                we have not received these goods yet:

                %s

                If they do not arrive soon, the return lapses and the goods stay yours."""
                        .formatted(lines(goods)));
    }

    static MailDraft refused(GoodsReturn goods, String reason, SalesOrder order, Buyer buyer, String seller) {
        return mail(
                "return-refused",
                goods,
                order,
                buyer,
                seller,
                "refused",
                """
                we cannot take back these goods:

                %s

                %s"""
                        .formatted(lines(goods), reason));
    }

    static MailDraft remedy(GoodsReturn goods, Remedy remedy, SalesOrder order, Buyer buyer, String seller) {
        return mail(
                "return-remedy",
                goods,
                order,
                buyer,
                seller,
                goods.kind().label().toLowerCase(java.util.Locale.ROOT),
                """
                the carrier could not deliver these goods to you (%s):

                %s

                You get %s for them."""
                        .formatted(
                                goods.kind().label().toLowerCase(java.util.Locale.ROOT), lines(goods), remedy(remedy)));
    }

    private static MailDraft mail(
            String key, GoodsReturn goods, SalesOrder order, Buyer buyer, String seller, String about, String said) {
        return new MailDraft(
                key + ":" + goods.number(),
                goods.dealNumber(),
                buyer.email(),
                "Return " + goods.number() + ", " + about + " (PO " + order.poNumber() + ")",
                "Dear " + buyer.contactName() + ",\n\n" + said + "\n\n" + seller + "\n",
                List.of());
    }

    private static String remedy(Remedy remedy) {
        return remedy == Remedy.REPLACEMENT ? "the same goods once more, without another invoice," : "a credit note";
    }

    private static String lines(GoodsReturn goods) {
        return goods.lines().stream()
                .map(line -> "- " + line.quantity() + " " + line.description()
                        + (line.batch().isEmpty() ? "" : ", batch " + line.batch()) + " (shipment "
                        + line.shipmentNumber() + ")")
                .collect(Collectors.joining("\n"));
    }
}
