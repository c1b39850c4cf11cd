package io.tradeflow.fulfilment;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Buyer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the buyer what happens about goods that are missing: every line with its new date. */
final class ShortageMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ShortageMail() {}

    static MailDraft of(
            ShortageTable.Head decision,
            List<ShortageLine> lines,
            List<Substitution> offers,
            SalesOrder order,
            Buyer buyer,
            String seller) {
        String body =
                """
                Dear %s,

                some goods of your order %s (PO %s) are not in stock. This is what happens now:

                %s
                %s%s
                We are sorry for the trouble.

                %s
                """
                        .formatted(
                                buyer.contactName(),
                                order.number(),
                                order.poNumber(),
                                lines.stream()
                                        .map(line -> inWords(line, offers, order.currency()))
                                        .collect(Collectors.joining("\n")),
                                decision.reason() == null ? "" : "\n" + decision.reason() + "\n",
                                offers.isEmpty()
                                        ? ""
                                        : "\nPlease say on your order's page until "
                                                + DAY.format(offers.get(0).answerBy())
                                                + " whether you take what we offer instead.\n",
                                seller);
        return new MailDraft(
                "shortage-decided:" + decision.id(),
                order.dealNumber(),
                buyer.email(),
                "Your order " + order.number() + ": news about missing goods (PO " + order.poNumber() + ")",
                body,
                List.of());
    }

    /** What is produced comes later than the buyer was told. */
    static MailDraft later(ProductionRequest request, SalesOrder order, Buyer buyer, String seller) {
        String body =
                """
                Dear %s,

                we had told you that %s %s of your order %s (PO %s) would be ready by %s. The plant now expects them on %s.

                We are sorry for the delay.

                %s
                """
                        .formatted(
                                buyer.contactName(),
                                request.quantity(),
                                order.lines().stream()
                                        .filter(line -> line.lineNo() == request.orderLineNo())
                                        .map(SalesOrder.Line::description)
                                        .findFirst()
                                        .orElse(request.sku()),
                                order.number(),
                                order.poNumber(),
                                DAY.format(request.toldBefore()),
                                DAY.format(request.expectedOn()),
                                seller);
        return new MailDraft(
                "production-moved:" + request.number() + ":" + request.expectedOn(),
                order.dealNumber(),
                buyer.email(),
                "Your order " + order.number() + ": new date (PO " + order.poNumber() + ")",
                body,
                List.of());
    }

    private static String inWords(ShortageLine line, List<Substitution> offers, String currency) {
        String what = "- Line " + line.orderLineNo() + ", " + line.quantity() + " " + line.description() + ": ";
        return what
                + switch (line.choice()) {
                    case WAIT -> "follows as soon as it is in stock" + expected(line.expectedOn());
                    case SPLIT -> "follows, while the rest is shipped now" + expected(line.expectedOn());
                    case PRODUCE -> "is produced for you" + expected(line.expectedOn());
                    case CANCEL -> "will not be delivered, and you do not pay it";
                    case SUBSTITUTE ->
                        offers.stream()
                                .filter(offer -> offer.orderLineNo() == line.orderLineNo())
                                .map(offer -> "we offer " + offer.description() + " (" + offer.sku() + ") instead, at "
                                        + price(offer.unitPrice()) + " " + currency + " each")
                                .findFirst()
                                .orElse("we look for another product");
                };
    }

    private static String price(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    private static String expected(LocalDate day) {
        return day == null ? "" : ", expected on " + DAY.format(day);
    }
}
