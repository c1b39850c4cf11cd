package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
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
        Map<Integer, BigDecimal> typed = LineQuantities.parse(PICKED, submitted.get(PICKED));
        Map<Integer, BigDecimal> picked = pickLists.entered(shipment, typed);
        shipments.checkPick(shipment, picked);
        if (typed.isEmpty()) {
            // what was scanned counts only when the picker is through: the rest would be written off
            pickLists.requireFinished(shipment);
        }
    }
}
