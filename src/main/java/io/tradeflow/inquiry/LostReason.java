package io.tradeflow.inquiry;

import java.time.LocalDate;

/**
 * Why deals are lost.
 *
 * @param meaning when it is to be chosen; null where the name says enough
 * @param forBuyers whether buyers who decline are offered it
 * @param standsFor the end of a quote for which it is taken where nobody gave a reason: DECLINED, EXPIRED, WITHDRAWN; or null
 * @param activeUntil last day it can be chosen; null without end
 */
public record LostReason(
        String code,
        String name,
        String meaning,
        boolean forBuyers,
        String standsFor,
        LocalDate activeFrom,
        LocalDate activeUntil) {

    /** Whether it can be chosen on that day. */
    public boolean isActive(LocalDate day) {
        return !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
    }
}
