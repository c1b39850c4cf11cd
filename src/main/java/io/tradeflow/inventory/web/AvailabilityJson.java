package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.StockForecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What of a product can be promised; where it lies and comes from is for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Availability")
record AvailabilityJson(
        String sku,
        String unit,
        @Schema(description = "Free today") BigDecimal now,
        LocalDate date,
        @Schema(
                        description =
                                "Can be promised for this day: usable then, with what is to come until then, less what orders wait for")
                BigDecimal available,
        @Schema(description = "The days on which more comes") List<Step> later,
        @Schema(description = "Staff only") List<Place> warehouses,
        @Schema(description = "Should be there and is not; counts for no day. Staff only")
                List<ExpectedReceiptJson> late) {

    @Schema(name = "AvailabilityLater")
    record Step(LocalDate date, BigDecimal available, @Schema(description = "Staff only") List<Coming> coming) {}

    @Schema(name = "AvailabilityComing")
    record Coming(String warehouseCode, BigDecimal quantity, String reference) {}

    @Schema(name = "AvailabilityInWarehouse")
    record Place(String warehouseCode, BigDecimal available) {}

    static AvailabilityJson of(StockForecast forecast, String unit, LocalDate date, boolean forStaff) {
        return new AvailabilityJson(
                forecast.sku(),
                unit,
                StockFigures.plain(forecast.now()),
                date,
                StockFigures.plain(forecast.on(date)),
                forecast.days().stream()
                        .map(day -> new Step(
                                day, StockFigures.plain(forecast.on(day)), forStaff ? coming(forecast, day) : null))
                        .toList(),
                forStaff
                        ? forecast.warehouses(date).stream()
                                .map(code -> new Place(code, StockFigures.plain(forecast.on(date, code))))
                                .toList()
                        : null,
                forStaff ? late(forecast.late()) : null);
    }

    private static List<Coming> coming(StockForecast forecast, LocalDate day) {
        return forecast.lots().stream()
                .filter(lot -> day.equals(lot.from()))
                .map(lot -> new Coming(lot.warehouseCode(), StockFigures.plain(lot.quantity()), lot.reference()))
                .toList();
    }

    private static List<ExpectedReceiptJson> late(List<ExpectedReceipt> late) {
        return late.stream().map(ExpectedReceiptJson::of).toList();
    }
}
