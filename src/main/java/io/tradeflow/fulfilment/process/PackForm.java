package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The packer's form: packages, gross weight and a note for the packing slip. */
@Component
class PackForm implements TaskForm {

    private static final String PACKAGES = "packages";
    private static final String GROSS_WEIGHT_KG = "grossWeightKg";
    private static final String PACKING_NOTE = "packingNote";

    private final Shipments shipments;

    PackForm(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String form() {
        return "fulfilment/pack";
    }

    @Override
    public Set<String> fields() {
        return Set.of(PACKAGES, GROSS_WEIGHT_KG, PACKING_NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        shipments.checkPacking(
                (String) context.get("shipmentNumber"),
                FormText.wholeNumber(submitted.get(PACKAGES), PACKAGES),
                FormText.decimal(submitted.get(GROSS_WEIGHT_KG), GROSS_WEIGHT_KG),
                FormText.text(submitted, PACKING_NOTE));
    }
}
