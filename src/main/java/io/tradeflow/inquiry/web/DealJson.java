package io.tradeflow.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inquiry.Deal;
import io.tradeflow.kernel.DealStage;
import java.math.BigDecimal;
import java.time.Instant;

/** A deal; for a buyer the room has already taken out what is not theirs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealJson(
        String number,
        String buyerCode,
        String buyerName,
        DealStage stage,
        @Schema(description = "The stage in words") String stageLabel,
        @Schema(description = "Staff only") String segment,
        @Schema(description = "Grand total of the current quote; absent before there is one") BigDecimal value,
        String currency,
        String requirement,
        Instant receivedAt,
        Instant changedAt) {

    static DealJson of(Deal deal) {
        return new DealJson(
                deal.number(),
                deal.buyerCode(),
                deal.buyerName(),
                deal.stage(),
                deal.stage().label(),
                deal.segment(),
                deal.value() == null ? null : deal.value().toDocumentScale(),
                deal.value() == null ? null : deal.value().currency().getCurrencyCode(),
                deal.requirement(),
                deal.receivedAt(),
                deal.changedAt());
    }
}
