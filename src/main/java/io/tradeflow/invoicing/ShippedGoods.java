package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.LineShares;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What shipments took along, by order line and at the order's prices. The batches of a line are one line of the invoice. Each
 * line's net is rounded once on the order; the invoice that completes an order line takes what earlier invoices have left of
 * it, so that part invoices add up to the order. Discount and charges of the whole order go along by quantity.
 */
final class ShippedGoods {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ShippedGoods() {}

    /** What earlier invoices have taken of an order line. */
    record Invoiced(BigDecimal quantity, BigDecimal net, LineShares shares) {

        static final Invoiced NOTHING = new Invoiced(BigDecimal.ZERO, BigDecimal.ZERO, LineShares.NONE);

        private Invoiced plus(TaxInvoice.Line line) {
            return new Invoiced(
                    quantity.add(line.quantity().value()), net.add(line.net().amount()), shares.plus(line.shares()));
        }
    }

    /** What is taken once these lines are invoiced too. */
    static Map<Integer, Invoiced> plus(Map<Integer, Invoiced> before, List<TaxInvoice.Line> lines) {
        Map<Integer, Invoiced> after = new TreeMap<>(before);
        lines.forEach(line ->
                after.merge(line.orderLineNo(), Invoiced.NOTHING.plus(line), (earlier, now) -> earlier.plus(line)));
        return after;
    }

    /**
     * One line for each order line, whichever of the shipments it left with.
     *
     * @throws Problem {@code nothing-to-invoice}, {@code more-than-ordered}
     */
    static List<TaxInvoice.Line> lines(List<Shipment> shipments, SalesOrder order, Map<Integer, Invoiced> before) {
        Map<Integer, SalesOrder.Line> ordered =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        Map<Integer, List<Shipment.Line>> shipped = shipments.stream()
                .flatMap(shipment -> shipment.lines().stream())
                .filter(line -> line.quantity().isPositive())
                .collect(Collectors.groupingBy(Shipment.Line::orderLineNo, TreeMap::new, Collectors.toList()));
        if (shipped.isEmpty()) {
            throw Problem.conflict(
                    "nothing-to-invoice",
                    "Nothing to invoice",
                    "No goods of shipment "
                            + shipments.stream().map(Shipment::number).collect(Collectors.joining(", "))
                            + " go on, so there is nothing to invoice");
        }
        List<TaxInvoice.Line> lines = new ArrayList<>();
        shipped.forEach((orderLineNo, batches) -> lines.add(line(
                lines.size() + 1,
                ordered.get(orderLineNo),
                batches,
                before.getOrDefault(orderLineNo, Invoiced.NOTHING))));
        return lines;
    }

    /**
     * What is still to be invoiced of all that is to be delivered, shipped or not.
     *
     * @throws Problem {@code nothing-to-invoice}
     */
    static List<TaxInvoice.Line> whole(SalesOrder order, Map<Integer, Invoiced> before) {
        List<TaxInvoice.Line> lines = new ArrayList<>();
        for (SalesOrder.Line ordered : order.lines()) {
            Invoiced earlier = before.getOrDefault(ordered.lineNo(), Invoiced.NOTHING);
            BigDecimal left = ordered.toDeliver().subtract(earlier.quantity());
            if (left.signum() > 0) {
                lines.add(line(
                        lines.size() + 1,
                        ordered,
                        new Quantity(left, ordered.ordered().unit()),
                        List.of(),
                        earlier));
            }
        }
        if (lines.isEmpty()) {
            throw Problem.conflict(
                    "nothing-to-invoice",
                    "Nothing to invoice",
                    "Order " + order.number() + " is invoiced as a whole already");
        }
        return lines;
    }

    private static TaxInvoice.Line line(
            int lineNo, SalesOrder.Line ordered, List<Shipment.Line> batches, Invoiced before) {
        Quantity quantity = batches.stream()
                .map(Shipment.Line::quantity)
                .reduce(Quantity::plus)
                .orElseThrow();
        return line(lineNo, ordered, quantity, batches, before);
    }

    private static TaxInvoice.Line line(
            int lineNo, SalesOrder.Line ordered, Quantity quantity, List<Shipment.Line> batches, Invoiced before) {
        Money net = net(ordered, quantity, before);
        return new TaxInvoice.Line(
                lineNo,
                ordered.lineNo(),
                ordered.sku(),
                ordered.description(),
                batchesInWords(batches),
                ordered.hsn(),
                quantity,
                ordered.unitPrice(),
                net,
                ordered.shares()
                        .part(
                                before.shares(),
                                before.quantity().add(quantity.value()),
                                ordered.ordered().value(),
                                net.amount()));
    }

    private static Money net(SalesOrder.Line ordered, Quantity quantity, Invoiced before) {
        int left = before.quantity()
                .add(quantity.value())
                .compareTo(ordered.ordered().value());
        if (left > 0) {
            throw Problem.conflict(
                    "more-than-ordered",
                    "More than ordered",
                    "Order line " + ordered.lineNo() + " is for " + ordered.ordered() + ": invoicing another "
                            + quantity + " would exceed it");
        }
        return left == 0
                ? ordered.net().minus(new Money(before.net(), ordered.net().currency()))
                : ordered.unitPrice().times(quantity.value()).rounded();
    }

    private static String batchesInWords(List<Shipment.Line> batches) {
        String words = batches.stream()
                .filter(line -> line.batch() != null && !line.batch().isBlank())
                .map(ShippedGoods::batchInWords)
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private static String batchInWords(Shipment.Line line) {
        String expiry = line.expiresOn() == null ? "" : ", expires " + DAY.format(line.expiresOn());
        return "Batch " + line.batch() + expiry + ": " + line.quantity();
    }
}
