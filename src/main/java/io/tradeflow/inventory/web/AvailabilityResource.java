package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.inventory.Availability;
import io.tradeflow.inventory.Promise;
import io.tradeflow.inventory.Promises;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stock")
class AvailabilityResource {

    private final Availability availability;
    private final Promises promises;
    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final SalesOrders orders;
    private final Clock clock;

    AvailabilityResource(
            Availability availability,
            Promises promises,
            Offerings offerings,
            CatalogueViewers viewers,
            SalesOrders orders,
            Clock clock) {
        this.availability = availability;
        this.promises = promises;
        this.offerings = offerings;
        this.viewers = viewers;
        this.orders = orders;
        this.clock = clock;
    }

    /** When the last of an order line arrives. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Promise")
    record PromiseJson(
            int lineNo,
            @Schema(description = "Absent where no day is known yet") LocalDate promisedOn,
            @Schema(description = "The first day that was named") LocalDate firstPromised,
            String reason) {

        static PromiseJson of(Promise promise, boolean forStaff) {
            return new PromiseJson(
                    promise.lineNo(),
                    promise.promisedOn(),
                    promise.firstPromised(),
                    forStaff ? promise.reason() : promise.buyerReason());
        }
    }

    @GetMapping("/availability")
    @Operation(
            summary = "Read what of a product can be promised now, for a day, and from when on more",
            description = "A day that is past is asked as today. Staff also see warehouses and papers.")
    AvailabilityJson availability(Actor by, @RequestParam String sku, @RequestParam(required = false) LocalDate date) {
        Product product = offerings.product(viewers.of(by), sku);
        LocalDate today = LocalDate.now(clock);
        return AvailabilityJson.of(
                availability.of(List.of(sku)).get(sku),
                product.unit(),
                date == null || date.isBefore(today) ? today : date,
                !(by instanceof Actor.BuyerUser));
    }

    @GetMapping("/orders/{number}/promises")
    @Operation(summary = "Read when each line of an order arrives, and why then")
    List<PromiseJson> promises(Actor by, @PathVariable String number) {
        return promises.ofOrder(orders.order(by, number).number()).stream()
                .map(promise -> PromiseJson.of(promise, !(by instanceof Actor.BuyerUser)))
                .toList();
    }
}
