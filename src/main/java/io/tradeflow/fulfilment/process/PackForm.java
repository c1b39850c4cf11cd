package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Packing;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The packer's form: packages, gross weight and a note for the packing slip; or the packages as they were packed one by one. */
@Component
class PackForm implements TaskForm {

    private static final String PACKAGES = "packages";
    private static final String GROSS_WEIGHT_KG = "grossWeightKg";
    private static final String PACKING_NOTE = "packingNote";

    /** True where the packages were packed one by one: then neither number nor weight is entered. */
    private static final String AS_PACKED = "asPacked";

    private static final int LONGEST_NOTE = 500;

    private final Shipments shipments;
    private final Packing packing;

    PackForm(Shipments shipments, Packing packing) {
        this.packing = packing;
        this.shipments = shipments;
    }

    @Override
    public String form() {
        return "fulfilment/pack";
    }

    @Override
    public Set<String> fields() {
        return Set.of(PACKAGES, GROSS_WEIGHT_KG, PACKING_NOTE, AS_PACKED);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (Boolean.TRUE.equals(submitted.get(AS_PACKED))) {
            checkAsPacked(submitted, (String) context.get("shipmentNumber"));
            return;
        }
        shipments.checkPacking(
                (String) context.get("shipmentNumber"),
                FormText.wholeNumber(submitted.get(PACKAGES), PACKAGES),
                FormText.decimal(submitted.get(GROSS_WEIGHT_KG), GROSS_WEIGHT_KG),
                FormText.text(submitted, PACKING_NOTE));
    }

    private void checkAsPacked(Map<String, Object> submitted, String shipmentNumber) {
        if (submitted.containsKey(PACKAGES) || submitted.containsKey(GROSS_WEIGHT_KG)) {
            throw Problem.invalid(
                    "invalid-packing",
                    AS_PACKED,
                    "Either the packages as they were packed, or how many there are and what they weigh");
        }
        packing.checkFinished(shipmentNumber);
        String note = FormText.text(submitted, PACKING_NOTE);
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.invalid("invalid-packing", PACKING_NOTE, "At most " + LONGEST_NOTE + " characters");
        }
    }
}
