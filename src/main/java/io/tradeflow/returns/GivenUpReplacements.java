package io.tradeflow.returns;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.ReplacementGivenUp;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was to be replaced and is given up is credited: a return of which nothing comes back and nobody has to decide anything more. */
@Component
class GivenUpReplacements {

    private final ReturnTable table;
    private final ReturnRules rules;
    private final SalesOrders orders;
    private final Shipments shipments;
    private final ApplicationEventPublisher events;

    GivenUpReplacements(
            ReturnTable table,
            ReturnRules rules,
            SalesOrders orders,
            Shipments shipments,
            ApplicationEventPublisher events) {
        this.table = table;
        this.rules = rules;
        this.orders = orders;
        this.shipments = shipments;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(ReplacementGivenUp event) {
        SalesOrder order = orders.order(event.orderNumber());
        ReturnKind kind = ReturnKind.NOT_REPLACED;
        ReturnRule rule = rules.rule(kind, Remedy.CREDIT).orElseThrow();
        String number = table.nextNumber();
        table.insert(
                number,
                order,
                new ReturnRequest(order.dealNumber(), kind, Remedy.CREDIT, event.reason(), List.of()),
                rule,
                event.by());
        table.decide(number, GoodsReturn.Status.APPROVED, Remedy.CREDIT, rule, event.reason(), event.by());
        int lineNo = 0;
        for (ReplacementGivenUp.Goods goods : event.goods()) {
            Shipment shipment = shipments.shipment(goods.shipmentNumber());
            Shipment.Line brought = shipment.lines().stream()
                    .filter(line -> line.allocationId() == goods.allocationId())
                    .findFirst()
                    .orElseThrow();
            lineNo++;
            table.insertLine(number, lineNo, shipment, brought, goods.quantity());
        }
        events.publishEvent(DealProgress.noted(
                order.dealNumber(), "What came back is not replaced but credited under " + number, number, event.by()));
        events.publishEvent(new ReturnBegun(number, order.dealNumber()));
    }
}
