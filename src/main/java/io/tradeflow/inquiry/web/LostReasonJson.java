package io.tradeflow.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inquiry.LostReason;
import java.time.LocalDate;

/** A reason for which deals are lost. */
@Schema(name = "LostReason")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LostReasonJson(
        String code,
        String name,
        String meaning,
        @Schema(description = "Whether buyers who decline are offered it") Boolean forBuyers,
        @Schema(
                        description =
                                "Taken for this end of a quote where nobody gave a reason: DECLINED, EXPIRED or WITHDRAWN")
                String standsFor,
        LocalDate activeFrom,
        @Schema(description = "Last day it can be chosen") LocalDate activeUntil) {

    static LostReasonJson of(LostReason reason) {
        return new LostReasonJson(
                reason.code(),
                reason.name(),
                reason.meaning(),
                reason.forBuyers(),
                reason.standsFor(),
                reason.activeFrom(),
                reason.activeUntil());
    }

    LostReason toReason(String pathCode) {
        return new LostReason(
                pathCode, name, meaning, Boolean.TRUE.equals(forBuyers), standsFor, activeFrom, activeUntil);
    }
}
