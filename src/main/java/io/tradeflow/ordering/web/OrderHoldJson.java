package io.tradeflow.ordering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.ordering.HoldReason;
import io.tradeflow.ordering.OrderHold;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

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
        String endReason) {

    static OrderHoldJson of(OrderHold hold) {
        return new OrderHoldJson(
                hold.id(),
                hold.reason(),
                hold.because(),
                hold.releasingGroup(),
                hold.heldAt(),
                hold.heldBy(),
                hold.endedAt(),
                hold.endedBy(),
                hold.endReason());
    }

    @Schema(name = "NewOrderHold")
    record New(@NotNull HoldReason reason, @NotBlank @Size(max = 500) String because) {}

    @Schema(name = "OrderHoldRelease")
    record Release(@NotBlank @Size(max = 500) String reason) {}
}
