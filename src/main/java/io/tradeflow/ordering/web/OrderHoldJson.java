package io.tradeflow.ordering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.credit.CreditOverride;
import io.tradeflow.credit.CreditStanding;
import io.tradeflow.ordering.HoldReason;
import io.tradeflow.ordering.OrderHold;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Why an order is held, for staff. */
@Schema(name = "OrderHold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderHoldJson(
        long id,
        String reason,
        String because,
        @Schema(description = "Group of staff that lets the order go") String releasingGroup,
        Instant heldAt,
        String heldBy,
        @Schema(description = "Absent while it holds") Instant endedAt,
        String endedBy,
        String endReason,
        @Schema(description = "Of an open hold for the credit limit: how much more than the limit is owed")
                BigDecimal overLimit,
        String currency) {

    static OrderHoldJson of(OrderHold hold) {
        return of(hold, null, null);
    }

    static OrderHoldJson of(OrderHold hold, CreditStanding standing) {
        return of(
                hold,
                standing.overLimit().toDocumentScale(),
                standing.overLimit().currency().getCurrencyCode());
    }

    private static OrderHoldJson of(OrderHold hold, BigDecimal overLimit, String currency) {
        return new OrderHoldJson(
                hold.id(),
                hold.reason(),
                hold.because(),
                hold.releasingGroup(),
                hold.heldAt(),
                hold.heldBy(),
                hold.endedAt(),
                hold.endedBy(),
                hold.endReason(),
                overLimit,
                currency);
    }

    @Schema(name = "NewOrderHold")
    record New(@NotNull HoldReason reason, @NotBlank @Size(max = 500) String because) {}

    @Schema(name = "OrderHoldRelease")
    record Release(
            @NotBlank @Size(max = 500) String reason,
            @Schema(description = "Of a hold for the credit limit: how much more than the limit is allowed") @Positive
                    BigDecimal overrideCeiling,
            @Schema(description = "Last day of that") LocalDate overrideUntil) {

        CreditOverride.Terms override() {
            return overrideCeiling == null && overrideUntil == null
                    ? null
                    : new CreditOverride.Terms(overrideCeiling, overrideUntil, reason);
        }
    }
}
