package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.ShippingPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buyer's yes. */
record AcceptanceJson(
        @Schema(description = "Revision the buyer has read") @NotNull @Positive Integer revision,
        @Schema(description = "The buyer's purchase order; each number is used once") @NotBlank @Size(max = 64)
                String poNumber,
        @Schema(description = "Today if left out") LocalDate poDate,
        @Schema(
                        description =
                                "Numbers of the lines that are taken, optional ones and alternatives among them; all firm lines if left out")
                @Size(max = 1000)
                Set<@Positive Integer> lines,
        @Schema(description = "How it is to be delivered; as quoted if left out") @Valid Delivery delivery) {

    /** What would change price, tax or who bears the carriage is refused: that is a change request. */
    @Schema(name = "DeliveryWishes")
    record Delivery(
            @Schema(description = "AS_READY sends what is in stock at once, COMPLETE nothing before all can go")
                    ShippingPolicy shippingPolicy,
            @Schema(description = "For warehouse and carrier: unloading hours, whom to call") @Size(max = 2000)
                    String instructions,
            @Schema(description = "Another address in the same place of supply; the quote's if left out")
                    Address shipTo,
            @Valid Term incoterm,
            @Schema(description = "Wanted day of lines; else the quote's or the inquiry's day counts") @Size(max = 1000)
                    List<@Valid @NotNull RequestedDay> requestedDays) {

        @Schema(name = "IncotermWish")
        record Term(@NotNull Incoterm.Rule rule, @Size(max = 200) String place) {}

        @Schema(name = "RequestedDay")
        record RequestedDay(@NotNull @Positive Integer lineNo, @NotNull LocalDate requestedOn) {}

        DeliveryWishes toWishes() {
            Map<Integer, LocalDate> days = new HashMap<>();
            if (requestedDays != null) {
                requestedDays.forEach(day -> days.put(day.lineNo(), day.requestedOn()));
            }
            return new DeliveryWishes(
                    shippingPolicy,
                    days,
                    instructions,
                    shipTo,
                    incoterm == null ? null : new Incoterm(incoterm.rule(), incoterm.place()));
        }
    }

    DeliveryWishes wishes() {
        return delivery == null ? DeliveryWishes.NONE : delivery.toWishes();
    }

    AcceptanceJson {
        lines = lines == null ? Set.of() : Set.copyOf(lines);
    }
}
