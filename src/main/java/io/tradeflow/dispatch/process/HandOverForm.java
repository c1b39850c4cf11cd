package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
    private static final String FREIGHT = "freight";
    private static final String EXPECTED_ON = "expectedOn";
    private static final String EWAY_BILL_NUMBER = "ewayBillNumber";

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
        return Set.of(
                MODE,
                CARRIER,
                VEHICLE_NUMBER,
                TRANSPORT_DOCUMENT_NUMBER,
                TRACKING_NUMBER,
                FREIGHT,
                EXPECTED_ON,
                EWAY_BILL_NUMBER);
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
                text(fields, TRACKING_NUMBER),
                freight(text(fields, FREIGHT)),
                day(text(fields, EXPECTED_ON)),
                text(fields, EWAY_BILL_NUMBER));
    }

    /** Paid by us unless it is said otherwise. */
    private static HandOver.Freight freight(String said) {
        if (said == null || said.isBlank()) {
            return HandOver.Freight.PAID;
        }
        return Arrays.stream(HandOver.Freight.values())
                .filter(known -> known.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("invalid-hand-over", FREIGHT, "Choose PAID or TO_PAY"));
    }

    private static LocalDate day(String said) {
        try {
            return said == null || said.isBlank() ? null : LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-hand-over", EXPECTED_ON, "'" + said + "' is no day such as 2026-12-15");
        }
    }

    private static String text(Map<String, Object> fields, String field) {
        Object value = fields.get(field);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid("invalid-hand-over", field, "Text is expected");
        }
        return (String) value;
    }
}
