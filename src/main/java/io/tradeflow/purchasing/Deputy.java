package io.tradeflow.purchasing;

import java.time.LocalDate;

/** Somebody who decides in an approver's absence, first and last day included. */
public record Deputy(
        long id,
        String userId,
        String userName,
        String deputyId,
        String deputyName,
        LocalDate fromDay,
        LocalDate untilDay) {}
