package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The inspector's form: what did not pass, by line, and why. */
@Component
class InspectForm implements TaskForm {

    private static final String REJECTED = "rejected";
    private static final String REMARK = "remark";

    private final Shipments shipments;

    InspectForm(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String form() {
        return "fulfilment/inspect";
    }

    @Override
    public Set<String> fields() {
        return Set.of(REJECTED, REMARK);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        shipments.checkInspection(
                (String) context.get("shipmentNumber"),
                LineQuantities.parse(REJECTED, submitted.get(REJECTED)),
                FormText.text(submitted, REMARK));
    }
}
