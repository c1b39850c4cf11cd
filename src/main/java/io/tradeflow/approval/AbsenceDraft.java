package io.tradeflow.approval;

import java.time.LocalDate;

/** @param until last day away; both days count whole, in the seller's zone */
public record AbsenceDraft(Represented away, Represented deputy, LocalDate from, LocalDate until, String note) {}
