package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.TrackingReport;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** What the form about an overdue consignment submits. */
final class ChaseFields {

    static final String OUTCOME = "chaseOutcome";
    static final String UNTIL = "expectedOn";
    static final String RECEIVED_BY = "receivedBy";
    static final String NOTE = "chaseNote";
    static final Set<String> NAMES = Set.of(OUTCOME, UNTIL, RECEIVED_BY, NOTE);

    private ChaseFields() {}

    static boolean isWaiting(Map<String, Object> fields) {
        return "WAIT".equals(fields.get(OUTCOME));
    }

    /** Null if no day, or none that can be read, was entered. */
    static LocalDate until(Map<String, Object> fields) {
        try {
            return fields.get(UNTIL) == null
                    ? null
                    : LocalDate.parse(fields.get(UNTIL).toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** What was found out, as a report. @throws Problem unless the outcome is an end */
    static TrackingReport report(Map<String, Object> fields) {
        String outcome = text(fields, OUTCOME);
        if (!"DELIVERED".equals(outcome) && !"REFUSED".equals(outcome) && !"LOST".equals(outcome)) {
            throw Problem.invalid("chase-invalid", OUTCOME, "Choose WAIT, DELIVERED, REFUSED or LOST");
        }
        return new TrackingReport(
                null, outcome, null, null, text(fields, NOTE), text(fields, RECEIVED_BY), null, Map.of());
    }
}
