package io.tradeflow.kernel;

import java.time.LocalDate;
import java.time.Month;

/** India's financial year, 1 April to 31 March, known by the year it starts in. */
public record FinancialYear(int startYear) {

    public static FinancialYear of(LocalDate date) {
        return new FinancialYear(date.getMonth().compareTo(Month.APRIL) < 0 ? date.getYear() - 1 : date.getYear());
    }

    /** As document numbers carry it: 2627 for April 2026 to March 2027. */
    public String code() {
        return "%02d%02d".formatted(startYear % 100, (startYear + 1) % 100);
    }

    /** As the tax portals write it: 2026-27. */
    public String label() {
        return "%d-%02d".formatted(startYear, (startYear + 1) % 100);
    }
}
