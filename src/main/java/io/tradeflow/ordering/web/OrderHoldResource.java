package io.tradeflow.ordering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.CreditHolds;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrders;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders/{number}/holds")
@Tag(name = "Orders")
class OrderHoldResource {

    private final OrderHolds holds;
    private final SalesOrders orders;
    private final CreditHolds credit;

    OrderHoldResource(OrderHolds holds, SalesOrders orders, CreditHolds credit) {
        this.holds = holds;
        this.orders = orders;
        this.credit = credit;
    }

    @GetMapping
    @Operation(summary = "Why an order is held or was", description = "Staff only. Oldest first.")
    List<OrderHoldJson> holds(Actor.Staff by, @PathVariable String number) {
        orders.order(by, number);
        return holds.ofOrder(number).stream()
                .map(hold -> hold.isOpen() && hold.reason().equals(CreditHolds.CREDIT_LIMIT)
                        ? OrderHoldJson.of(hold, credit.standing(number))
                        : OrderHoldJson.of(hold))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Hold an order",
            description =
                    "Nothing is allocated and no pick list is released until the group that owns the reason lets it go. What is picked already goes on.")
    OrderHoldJson hold(Actor.Staff by, @PathVariable String number, @Valid @RequestBody OrderHoldJson.New hold) {
        return OrderHoldJson.of(holds.hold(by, number, hold.reason(), hold.because()));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Let a held order go", description = "The group that owns the reason, or a director.")
    OrderHoldJson release(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable long id,
            @Valid @RequestBody OrderHoldJson.Release release) {
        if (!holds.hold(id).orderNumber().equals(number)) {
            throw Problem.notFound("hold", String.valueOf(id));
        }
        return OrderHoldJson.of(holds.release(by, id, release.reason(), release.override()));
    }
}
