package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderCalendarTest {

    /** Half past midnight of 16 July where the seller is. */
    private final ReminderCalendar calendar =
            new ReminderCalendar(Clock.fixed(Instant.parse("2026-07-15T19:00:00Z"), ZoneId.of("Asia/Kolkata")), "P3D");

    @ParameterizedTest(name = "due {0}, agreed {1} -> {2}")
    @CsvSource({
        "2026-08-14, ,           2026-08-17T04:30:00Z",
        "2026-08-14, 2026-08-16, 2026-08-17T04:30:00Z",
        "2026-08-14, 2026-08-24, 2026-08-24T04:30:00Z",
        "2026-07-01, 2026-07-23, 2026-07-23T04:30:00Z",
        "2026-12-30, ,           2027-01-02T04:30:00Z",
        ",           ,           2026-07-19T04:30:00Z",
    })
    void looksAgainAtTenInTheMorning(LocalDate nextDueOn, LocalDate agreedOn, Instant expected) {
        assertThat(calendar.nextLook(nextDueOn, agreedOn)).isEqualTo(expected);
    }

    @Test
    void countsDaysWhereTheSellerIs() {
        assertThat(calendar.dayIn(Period.ofDays(7))).isEqualTo("2026-07-23");
    }
}
