package io.tradeflow.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** On which days the seller looks whether an order is paid, and reminds: at ten in the morning where the seller is. */
@Component
public class ReminderCalendar {

    private static final LocalTime TEN_O_CLOCK = LocalTime.of(10, 0);

    private final Clock clock;
    private final Period grace;

    /** @param grace time after the due date until the first reminder, as an ISO 8601 period such as P3D */
    ReminderCalendar(Clock clock, @Value("${tradeflow.payment.first-reminder-after:P3D}") String grace) {
        this.clock = clock;
        this.grace = Period.parse(grace);
    }

    /**
     * When to look again: a grace period after the due date, or on the day agreed on if that is later.
     *
     * @param nextDueOn earliest due date still open, null where nothing is invoiced yet
     * @param agreedOn the day after the last reminder or agreed with the buyer, null if none
     */
    public Instant nextLook(LocalDate nextDueOn, LocalDate agreedOn) {
        LocalDate first = (nextDueOn == null ? today() : nextDueOn).plus(grace);
        LocalDate day = agreedOn != null && agreedOn.isAfter(first) ? agreedOn : first;
        return day.atTime(TEN_O_CLOCK).atZone(clock.getZone()).toInstant();
    }

    /** The day that lies this far ahead. */
    public LocalDate dayIn(Period period) {
        return today().plus(period);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
