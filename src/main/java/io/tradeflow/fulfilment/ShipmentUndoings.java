package io.tradeflow.fulfilment;

import io.tradeflow.ordering.CancellationEffect;
import io.tradeflow.ordering.CancellationEffects;
import io.tradeflow.ordering.SalesOrder;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What cancelling undoes in the warehouse. */
@Component
@Order(4)
class ShipmentUndoings implements CancellationEffects {

    private final Shipments shipments;

    ShipmentUndoings(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        return order.map(found -> shipments.ofOrder(found.number())).orElse(List.of()).stream()
                .filter(shipment -> shipment.status() != Shipment.Status.CANCELLED
                        && shipment.status() != Shipment.Status.DISPATCHED)
                .map(shipment -> new CancellationEffect(
                        "SHIPMENT",
                        "Shipment " + shipment.number() + " from " + shipment.warehouseCode() + " ("
                                + shipment.status().label() + ") is called off" + what(shipment.status()),
                        "Shipment " + shipment.number() + " is called off"))
                .toList();
    }

    private static String what(Shipment.Status status) {
        return switch (status) {
            case PLANNED -> "";
            case PICKING -> "; its pick list is void";
            default -> "; what is picked goes back to its bins";
        };
    }
}
