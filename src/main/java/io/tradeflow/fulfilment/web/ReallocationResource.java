package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Reallocation;
import io.tradeflow.fulfilment.Reallocations;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Goods that go from one order to another before they are picked. */
@RestController
@RequestMapping("/api/v1/orders/{number}/reallocations")
@Tag(name = "Stock", description = "What lies in the warehouses and what is promised")
class ReallocationResource {

    private final Reallocations reallocations;
    private final SalesOrders orders;

    ReallocationResource(Reallocations reallocations, SalesOrders orders) {
        this.reallocations = reallocations;
        this.orders = orders;
    }

    @Schema(name = "ReallocationWish")
    record WishJson(
            @Schema(description = "Number of the order that gets the goods") String toOrder,
            String sku,
            @Schema(description = "In the product's unit") BigDecimal quantity,
            String reason) {}

    @GetMapping
    @Operation(summary = "List what the order gave to others and got from them, the newest first; staff")
    List<Reallocation> list(Actor.Staff by, @PathVariable String number) {
        return reallocations.ofOrder(orders.order(by, number).number());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Give goods allocated to this order, and not begun to be picked, to another order; stock planners",
            description = "The order waits for them from then on, and its buyer is told the new day.")
    Reallocation move(Actor.Staff by, @PathVariable String number, @RequestBody WishJson wish) {
        orders.order(by, number);
        return reallocations.move(
                by, number, new Reallocations.Wish(wish.toOrder(), wish.sku(), wish.quantity(), wish.reason()));
    }
}
