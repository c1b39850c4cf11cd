package io.tradeflow.payment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.payment.ReminderCalendar;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has talked to the buyer and says when to look again. */
@Component
class ChasePayment implements TaskForm {

    private static final String DECISION = "chaseDecision";
    private static final String DAY = "nextReminderOn";
    private static final Period LONGEST_WAIT = Period.ofDays(90);

    private final ReminderCalendar calendar;

    ChasePayment(ReminderCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String form() {
        return "payment/chase";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, DAY);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        List<Violation> violations = new ArrayList<>();
        if (!"WAIT".equals(submitted.get(DECISION))) {
            violations.add(new Violation(DECISION, "Choose to wait for the payment"));
        }
        Optional<LocalDate> day = day(submitted.get(DAY));
        LocalDate last = calendar.dayIn(LONGEST_WAIT);
        if (day.isEmpty()) {
            violations.add(new Violation(DAY, "Enter the day to look again, such as 2026-12-15"));
        } else if (!day.get().isAfter(calendar.today()) || day.get().isAfter(last)) {
            violations.add(new Violation(DAY, "The day to look again lies between tomorrow and " + last));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("chase-invalid", "The outcome is not complete", violations);
        }
    }

    private static Optional<LocalDate> day(Object text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.toString()));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
