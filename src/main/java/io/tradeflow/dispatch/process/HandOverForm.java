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
    private static final String TRANSPORT_DOCUMENT_ON = "transportDocumentOn";
    private static final String TRACKING_NUMBER = "trackingNumber";
    private static final String FREIGHT = "freight";
    private static final String EXPECTED_ON = "expectedOn";
    private static final String EWAY_BILL_NUMBER = "ewayBillNumber";
    private static final String EWAY_BILL_DISTANCE = "ewayBillDistanceKm";
    private static final String EWAY_BILL_WAIVER = "ewayBillWaiver";
    private static final String TRANSPORTER_KM = "transporterKm";

    static final Set<String> NAMES = Set.of(
            MODE,
            CARRIER,
            VEHICLE_NUMBER,
            TRANSPORT_DOCUMENT_NUMBER,
            TRANSPORT_DOCUMENT_ON,
            TRACKING_NUMBER,
            FREIGHT,
            EXPECTED_ON,
            EWAY_BILL_NUMBER,
            EWAY_BILL_DISTANCE,
            EWAY_BILL_WAIVER,
            TRANSPORTER_KM);

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
        return NAMES;
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
                day(fields, TRANSPORT_DOCUMENT_ON),
                text(fields, TRACKING_NUMBER),
                freight(text(fields, FREIGHT)),
                day(fields, EXPECTED_ON),
                new HandOver.Eway(
                        text(fields, EWAY_BILL_NUMBER),
                        kilometres(fields, EWAY_BILL_DISTANCE),
                        text(fields, EWAY_BILL_WAIVER),
                        kilometres(fields, TRANSPORTER_KM)));
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

    private static LocalDate day(Map<String, Object> fields, String field) {
        String said = text(fields, field);
        try {
            return said == null || said.isBlank() ? null : LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-hand-over", field, "'" + said + "' is no day such as 2026-12-15");
        }
    }

    /** A whole number, as text or as a number; null for nothing. */
    private static Integer kilometres(Map<String, Object> fields, String field) {
        Object said = fields.get(field);
        String text = said == null ? "" : said.toString().strip();
        if (!text.isEmpty() && !text.matches("[0-9]{1,4}")) {
            throw Problem.invalid("invalid-hand-over", field, "Whole kilometres, such as 660");
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static String text(Map<String, Object> fields, String field) {
        Object value = fields.get(field);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid("invalid-hand-over", field, "Text is expected");
        }
        return (String) value;
    }
}
