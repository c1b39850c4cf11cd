package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The warehouse's form at the gate: who takes the goods and how. */
@Component
class HandOverForm implements TaskForm {

    private static final String MODE = "mode";
    private static final String CARRIER = "carrier";
    private static final String VEHICLE_NUMBER = "vehicleNumber";
    private static final String TRANSPORT_DOCUMENT_NUMBER = "transportDocumentNumber";
    private static final String TRACKING_NUMBER = "trackingNumber";

    private final Consignments consignments;

    HandOverForm(Consignments consignments) {
        this.consignments = consignments;
    }

    @Override
    public String form() {
        return "dispatch/hand-over";
    }

    @Override
    public Set<String> fields() {
        return Set.of(MODE, CARRIER, VEHICLE_NUMBER, TRANSPORT_DOCUMENT_NUMBER, TRACKING_NUMBER);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        consignments.checkHandOver((String) context.get("shipmentNumber"), handOver(submitted));
    }

    /** As submitted, or as the process keeps it. An unknown mode is none. */
    static HandOver handOver(Map<String, Object> fields) {
        Object mode = fields.get(MODE);
        return new HandOver(
                Arrays.stream(HandOver.Mode.values())
                        .filter(known -> known.name().equals(mode))
                        .findFirst()
                        .orElse(null),
                text(fields, CARRIER),
                text(fields, VEHICLE_NUMBER),
                text(fields, TRANSPORT_DOCUMENT_NUMBER),
                text(fields, TRACKING_NUMBER));
    }

    private static String text(Map<String, Object> fields, String field) {
        Object value = fields.get(field);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid("invalid-hand-over", field, "Text is expected");
        }
        return (String) value;
    }
}
