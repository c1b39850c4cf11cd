package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The picker's form: the quantity found of every line. */
@Component
class PickForm implements TaskForm {

    private static final String PICKED = "picked";

    private final Shipments shipments;

    PickForm(Shipments shipments) {
        this.shipments = shipments;
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
        shipments.checkPick(
                (String) context.get("shipmentNumber"), LineQuantities.parse(PICKED, submitted.get(PICKED)));
    }
}
