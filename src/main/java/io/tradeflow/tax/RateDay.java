package io.tradeflow.tax;

import java.time.LocalDate;
import java.util.Arrays;

/** The day whose rate a supply bears, where the rate changes around it, and the rule that says so. */
public record RateDay(LocalDate day, Reason reason) {

    private static final int THE_SECOND = 1;

    /** Goods: the invoice, or the removal it was due at if that came first. Payment does not count. */
    public static RateDay ofGoods(LocalDate removedOn, LocalDate invoicedOn) {
        return invoicedOn.isAfter(removedOn)
                ? new RateDay(
                        removedOn,
                        new Reason(
                                "rate-day-removal",
                                "the invoice was due when the goods were removed",
                                "CGST Act s. 12(2)(a), s. 31(1); Notification 66/2017-CT"))
                : new RateDay(
                        invoicedOn,
                        new Reason(
                                "rate-day-invoice",
                                "the day of the invoice; payments do not count for goods",
                                "CGST Act s. 12(2)(a); Notification 66/2017-CT"));
    }

    /**
     * Services: two of the three events decide, so the second of them does.
     *
     * @param invoicedOn null while there is no invoice
     * @param paidOn the earlier of the entry in the books and the credit at the bank; null while unpaid
     */
    public static RateDay ofServices(LocalDate suppliedOn, LocalDate invoicedOn, LocalDate paidOn) {
        LocalDate[] events = {suppliedOn, orLater(invoicedOn), orLater(paidOn)};
        Arrays.sort(events);
        LocalDate second = events[THE_SECOND];
        return new RateDay(
                second.equals(LocalDate.MAX) ? suppliedOn : second,
                new Reason(
                        "rate-day-two-of-three",
                        "of supply, invoice and payment the two on one side of a change decide",
                        "CGST Act s. 14"));
    }

    private static LocalDate orLater(LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }
}
