package io.tradeflow.accounting;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days from one to another, both included. */
public record Period(LocalDate from, LocalDate until) {

    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-[0-9]{2}-Q([1-4])");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter RETURN = DateTimeFormatter.ofPattern("MMuuuu");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final String INVALID = "period-invalid";

    /** @throws Problem {@code period-invalid} unless it begins before it ends */
    public Period {
        if (from == null || until == null) {
            throw Problem.invalid(INVALID, from == null ? "from" : "until", "Say from which day until which");
        }
        if (until.isBefore(from)) {
            throw Problem.invalid(INVALID, "until", "The period ends on " + until + ", before it begins on " + from);
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /**
     * A month such as {@code 2026-07}, or a quarter of a financial year such as {@code 2026-27-Q2} (July to September 2026).
     *
     * @throws Problem {@code period-invalid}
     */
    public static Period parse(String text) {
        Matcher quarter = QUARTER.matcher(text == null ? "" : text);
        if (quarter.matches()) {
            YearMonth first = YearMonth.of(Integer.parseInt(quarter.group(1)), Month.APRIL)
                    .plusMonths((Integer.parseInt(quarter.group(2)) - 1L) * MONTHS_OF_QUARTER);
            Period period = new Period(
                    first.atDay(1), first.plusMonths(MONTHS_OF_QUARTER - 1L).atEndOfMonth());
            if (period.key().equals(text)) {
                return period;
            }
        }
        try {
            return of(YearMonth.parse(text == null ? "" : text));
        } catch (DateTimeParseException e) {
            throw Problem.invalid(
                    INVALID,
                    "period",
                    "'" + text + "' is neither a month such as 2026-07 nor a quarter such as 2026-27-Q2");
        }
    }

    /** The latest months and quarters that a return can be made of on that day, the month of the day first. */
    public static List<Period> upTo(LocalDate today, int months) {
        List<Period> periods = new ArrayList<>();
        YearMonth month = YearMonth.from(today);
        for (int i = 0; i < months; i++) {
            YearMonth at = month.minusMonths(i);
            if (at.getMonthValue() % MONTHS_OF_QUARTER == 0) {
                periods.add(new Period(at.minusMonths(MONTHS_OF_QUARTER - 1L).atDay(1), at.atEndOfMonth()));
            }
            periods.add(of(at));
        }
        return periods;
    }

    public boolean isMonth() {
        return YearMonth.from(from).equals(YearMonth.from(until))
                && from.getDayOfMonth() == 1
                && until.equals(YearMonth.from(until).atEndOfMonth());
    }

    private boolean isQuarter() {
        return from.getDayOfMonth() == 1
                && from.getMonthValue() % MONTHS_OF_QUARTER == 1
                && until.equals(
                        YearMonth.from(from).plusMonths(MONTHS_OF_QUARTER - 1L).atEndOfMonth());
    }

    /** As {@link #parse} reads it; days for a period that is neither month nor quarter. */
    public String key() {
        if (isMonth()) {
            return YearMonth.from(from).toString();
        }
        if (isQuarter()) {
            FinancialYear year = FinancialYear.of(from);
            int quarter = Math.floorMod(from.getMonthValue() - Month.APRIL.getValue(), 12) / MONTHS_OF_QUARTER + 1;
            return year.label() + "-Q" + quarter;
        }
        return from + "_" + until;
    }

    /** In words: "July 2026", "July to September 2026", "3 Jul 2026 to 9 Jul 2026". */
    public String label() {
        if (isMonth()) {
            return MONTH.format(from);
        }
        if (isQuarter()) {
            return from.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " to "
                    + MONTH.format(until);
        }
        return DAY.format(from) + " to " + DAY.format(until);
    }

    /** As the return names it: month and year, of a quarter its last month. */
    public String ofReturn() {
        return RETURN.format(until);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
