package io.tradeflow.ewaybill.process;

import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.kernel.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** What the form about the e-way bill submits: a number with its facts, or why none is needed. */
final class EwayBillFields {

    static final String NUMBER = "ewayBillNumber";
    static final String GENERATED_AT = "ewayBillGeneratedAt";
    static final String DISTANCE = "ewayBillDistanceKm";
    static final String WAIVER = "ewayBillWaiver";
    static final Set<String> NAMES = Set.of(NUMBER, GENERATED_AT, DISTANCE, WAIVER);

    private EwayBillFields() {}

    /** Null where a number was entered. */
    static String waiver(Map<String, Object> fields) {
        return text(fields, NUMBER) == null ? text(fields, WAIVER) : null;
    }

    /** The vehicle follows with the hand-over, so Part B is not there yet. */
    static EwayBills.Recorded recorded(Map<String, Object> fields) {
        return new EwayBills.Recorded(
                text(fields, NUMBER),
                instant(text(fields, GENERATED_AT)),
                kilometres(text(fields, DISTANCE)),
                false,
                false,
                null);
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-eway-bill", GENERATED_AT, "A moment such as 2026-12-15T09:30:00Z");
        }
    }

    private static Integer kilometres(String text) {
        if (text != null && !text.matches("[0-9]{1,4}")) {
            throw Problem.invalid("invalid-eway-bill", DISTANCE, "Whole kilometres");
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
