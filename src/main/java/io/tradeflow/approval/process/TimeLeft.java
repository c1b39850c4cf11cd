package io.tradeflow.approval.process;

import io.tradeflow.inquiry.InquiryDraft;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long there is to decide: until the buyer needs the goods, or until the quote is no longer valid, whichever comes first.
 *
 * @param days null where neither day is known
 * @param needed whether it is the buyer's day that comes first
 */
record TimeLeft(Integer days, boolean needed) {

    /** @param neededBy and {@code lastValidDay} may be null */
    static TimeLeft on(LocalDate today, LocalDate neededBy, LocalDate lastValidDay) {
        boolean needed = neededBy != null && (lastValidDay == null || !lastValidDay.isBefore(neededBy));
        LocalDate first = needed ? neededBy : lastValidDay;
        return new TimeLeft(first == null ? null : (int) ChronoUnit.DAYS.between(today, first), needed);
    }

    /** For a column of a list: "urgent, needed in 3 days", "valid for 12 days". */
    String words(InquiryDraft.Urgency urgency) {
        String time = days == null ? "" : needed ? "needed " + in() : "valid " + lasting();
        String how =
                switch (urgency) {
                    case NORMAL -> "";
                    case URGENT -> "urgent";
                    case CRITICAL -> "critical";
                };
        return how.isEmpty() || time.isEmpty() ? how + time : how + ", " + time;
    }

    private String in() {
        if (days < 0) {
            return "since " + counted(-days);
        }
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + counted(days);
    }

    private String lasting() {
        return days < 0 ? "no longer" : days == 0 ? "until tonight" : "for " + counted(days);
    }

    private static String counted(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
