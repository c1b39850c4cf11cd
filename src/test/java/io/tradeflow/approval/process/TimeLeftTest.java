package io.tradeflow.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inquiry.InquiryDraft.Urgency;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-29, -,          NORMAL,   3,  needed in 3 days",
                "2026-11-27, 2026-12-10, URGENT,   1,  'urgent, needed tomorrow'",
                "2026-12-10, 2026-11-27, NORMAL,   1,  valid for 1 day",
                "2026-11-26, -,          CRITICAL, 0,  'critical, needed today'",
                "-,          2026-11-26, NORMAL,   0,  valid until tonight",
                "2026-11-24, -,          NORMAL,   -2, needed since 2 days",
                "-,          2026-11-24, NORMAL,   -2, valid no longer",
                "-,          -,          URGENT,   -,  urgent"
            })
    void countsToTheFirstOfBothDays(LocalDate needed, LocalDate valid, Urgency urgency, Integer days, String words) {
        TimeLeft left = TimeLeft.on(TODAY, needed, valid);

        assertThat(left.days()).isEqualTo(days);
        assertThat(left.words(urgency)).isEqualTo(words);
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        assertThat(TimeLeft.on(TODAY, null, null).words(Urgency.NORMAL)).isEmpty();
    }
}
