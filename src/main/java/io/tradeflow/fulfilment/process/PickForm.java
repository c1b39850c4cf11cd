package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The picker's form: the quantity found of every line; left out where the lines were scanned. */
@Component
class PickForm implements TaskForm {

    private static final String PICKED = "picked";

    private final Shipments shipments;
    private final PickLists pickLists;

    PickForm(Shipments shipments, PickLists pickLists) {
        this.shipments = shipments;
        this.pickLists = pickLists;
    }

    @Override
    public String form() {
        return "fulfilment/pick";
    }

    @Override
    public Set<String> fields() {
        return Set.of(PICKED);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        String shipment = (String) context.get("shipmentNumber");
        shipments.checkPick(shipment, pickLists.entered(shipment, LineQuantities.parse(PICKED, submitted.get(PICKED))));
    }
}
