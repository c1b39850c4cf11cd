package io.tradeflow.inquiry;

import java.time.LocalDate;

/**
 * Which lost deals are looked at; null means any.
 *
 * @param from first day of loss, seller's zone
 * @param until last day of loss
 * @param segment empty for deals without one
 * @param month as 2026-11
 */
public record LostDealFilter(LocalDate from, LocalDate until, String reason, String segment, String month) {}
