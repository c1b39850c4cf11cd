package io.tradeflow.fulfilment.process;

import io.tradeflow.fulfilment.Shipments;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the fulfilment model goes through, one called shipment for each. */
@Component("plannedShipments")
public class PlannedShipments {

    private final Shipments shipments;

    PlannedShipments(Shipments shipments) {
        this.shipments = shipments;
    }

    public List<String> of(String orderNumber) {
        return shipments.planned(orderNumber);
    }
}
