package io.tradeflow.returns;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the rooms know of each order line. */
@Service("orderLineStatuses")
@Transactional(readOnly = true)
public class OrderLineStatuses {

    private final SalesOrders orders;
    private final Shipments shipments;
    private final Allocations allocations;
    private final TaxInvoices invoices;
    private final Returns returns;
    private final CreditClaims claims;
    private final TaxNotes notes;

    OrderLineStatuses(
            SalesOrders orders,
            Shipments shipments,
            Allocations allocations,
            TaxInvoices invoices,
            Returns returns,
            CreditClaims claims,
            TaxNotes notes) {
        this.orders = orders;
        this.shipments = shipments;
        this.allocations = allocations;
        this.invoices = invoices;
        this.returns = returns;
        this.claims = claims;
        this.notes = notes;
    }

    /** The lines of the order as this actor may see it. @throws io.tradeflow.kernel.Problem not-found */
    public List<OrderLineStatus> of(Actor by, String orderNumber) {
        SalesOrder order = orders.order(by, orderNumber);
        Map<Integer, BigDecimal> dispatched = new HashMap<>();
        Map<Integer, BigDecimal> open = new HashMap<>(allocations.open(orderNumber));
        for (Shipment shipment : shipments.ofOrder(orderNumber)) {
            boolean left = shipment.status() == Shipment.Status.DISPATCHED;
            if (shipment.status() != Shipment.Status.CANCELLED) {
                shipment.lines().forEach(line -> (left ? dispatched : open)
                        .merge(line.orderLineNo(), line.quantity().value(), BigDecimal::add));
            }
        }
        allocations
                .unplanned(orderNumber)
                .forEach(row -> open.merge(row.orderLineNo(), row.quantity(), BigDecimal::add));
        Map<Integer, BigDecimal> invoiced = new HashMap<>();
        invoices.standingOfDeal(order.dealNumber()).forEach(invoice -> invoice.lines()
                .forEach(line ->
                        invoiced.merge(line.orderLineNo(), line.quantity().value(), BigDecimal::add)));
        Map<Integer, BigDecimal> returned = new HashMap<>();
        returns.ofDeal(Actor.PROGRAM, order.dealNumber()).stream()
                .filter(OrderLineStatuses::counts)
                .forEach(goods -> goods.lines()
                        .forEach(line -> returned.merge(line.orderLineNo(), goods.counting(line), BigDecimal::add)));
        Map<Integer, BigDecimal> claimed = new HashMap<>();
        Map<Integer, BigDecimal> credited = new HashMap<>();
        // what is credited is in the notes; claims are on their way, or were credited elsewhere
        notes.ofDeal(order.dealNumber()).stream()
                .filter(note -> note.kind() == NoteKind.CREDIT)
                .flatMap(note -> note.lines().stream())
                .forEach(line -> {
                    claimed.merge(line.orderLineNo(), line.quantity().value(), BigDecimal::add);
                    credited.merge(line.orderLineNo(), line.quantity().value(), BigDecimal::add);
                });
        claims.ofDeal(order.dealNumber()).stream()
                .filter(claim -> !claim.isNote())
                .forEach(claim -> {
                    claimed.merge(claim.orderLineNo(), claim.quantity().value(), BigDecimal::add);
                    if (claim.creditNoteNumber() != null) {
                        credited.merge(claim.orderLineNo(), claim.quantity().value(), BigDecimal::add);
                    }
                });
        return order.lines().stream()
                .map(line -> new OrderLineStatus(
                        line.lineNo(),
                        line.sku(),
                        line.description(),
                        line.ordered().unit(),
                        line.ordered().value(),
                        line.shortClosed(),
                        of(dispatched, line),
                        of(returned, line),
                        of(open, line),
                        of(invoiced, line),
                        of(claimed, line),
                        of(credited, line)))
                .toList();
    }

    private static boolean counts(GoodsReturn goods) {
        if (goods.kind() == ReturnKind.NOT_REPLACED) {
            // it came back under another return
            return false;
        }
        return switch (goods.status()) {
            case RECEIVED, INSPECTED, SETTLED -> true;
            case APPROVED -> !goods.goodsComeBack();
            default -> false;
        };
    }

    private static BigDecimal of(Map<Integer, BigDecimal> byLine, SalesOrder.Line line) {
        return byLine.getOrDefault(line.lineNo(), BigDecimal.ZERO);
    }
}
