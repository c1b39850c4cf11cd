package io.tradeflow.ordering.process;

import io.tradeflow.credit.CreditOverride;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderHolds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form with which a held order is let go. */
@Component
class ReleaseHoldForm implements TaskForm {

    private static final String REASON = "releaseReason";
    static final String CEILING = "overrideCeiling";
    static final String UNTIL = "overrideUntil";

    private final OrderHolds holds;

    ReleaseHoldForm(OrderHolds holds) {
        this.holds = holds;
    }

    @Override
    public String form() {
        return "ordering/release-hold";
    }

    @Override
    public Set<String> fields() {
        return Set.of(REASON, CEILING, UNTIL);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!(submitted.get(REASON) instanceof String reason)) {
            throw Problem.invalid("reason-missing", REASON, "Say why the order may go on");
        }
        holds.checkRelease(by, (Long) context.get("holdId"), reason, override(submitted, reason));
    }

    /** What is allowed above the credit limit; null where neither amount nor day is said. */
    static CreditOverride.Terms override(Map<String, Object> submitted, String reason) {
        String ceiling = text(submitted.get(CEILING));
        String until = text(submitted.get(UNTIL));
        return ceiling == null && until == null
                ? null
                : new CreditOverride.Terms(
                        ceiling == null ? null : amount(ceiling), until == null ? null : day(until), reason);
    }

    private static String text(Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("invalid-credit-override", CEILING, "'" + text + "' is no amount");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-credit-override", UNTIL, "'" + text + "' is no day: write 2026-12-31");
        }
    }
}
