package io.tradeflow.invoicing.process;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How long the decision about a note may take, in calendar time.
 *
 * @param remindAfter until those who decide are reminded, and it is due
 * @param escalateAfter until the directors are called in; longer
 */
record NoteDecisionTimes(Duration remindAfter, Duration escalateAfter) {

    /** Of tables that were published before they had these columns, and between the two times where a table gives one of them. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Pattern TIME = Pattern.compile("P(?=[\\dT])(\\d{1,3}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?)?");

    /**
     * As the table note-approval answers; what it leaves out is taken for granted.
     *
     * @param answers the text of the output of that name, or null
     * @throws IllegalArgumentException saying what is wrong and what it should be like
     */
    static NoteDecisionTimes answered(UnaryOperator<String> answers) {
        Duration remind = time("Reminder after", answers.apply("remindAfter"));
        Duration escalate = time("Directors called in after", answers.apply("escalateAfter"));
        if (remind == null) {
            remind = escalate == null || escalate.compareTo(A_DAY) > 0 ? A_DAY : escalate.dividedBy(2);
        }
        if (escalate == null) {
            escalate = remind.plus(A_DAY);
        }
        if (escalate.compareTo(remind) <= 0) {
            throw new IllegalArgumentException("The directors are called in after " + escalate
                    + ", which is not after the reminder at " + remind + ": give them a longer time");
        }
        return new NoteDecisionTimes(remind, escalate);
    }

    private static Duration time(String column, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String time = text.strip();
        if (!TIME.matcher(time).matches() || Duration.parse(time).isZero()) {
            throw new IllegalArgumentException(
                    column + " \"" + text + "\" is no time: write a duration such as P1D (a day) or PT4H (four hours)");
        }
        return Duration.parse(time);
    }
}
