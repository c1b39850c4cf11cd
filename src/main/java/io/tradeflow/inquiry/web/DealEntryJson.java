package io.tradeflow.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inquiry.DealEntry;
import io.tradeflow.kernel.Actor;
import java.time.Instant;

/** One line of a timeline. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealEntryJson(
        Instant at,
        String fact,
        String documentNumber,
        String by,
        @Schema(description = "Whether the buyer sees it too; staff only") Boolean forBuyer) {

    static DealEntryJson of(DealEntry entry, Actor reader) {
        boolean staff = !(reader instanceof Actor.BuyerUser);
        return new DealEntryJson(
                entry.at(), entry.fact(), entry.documentNumber(), entry.by(), staff ? entry.forBuyer() : null);
    }
}
