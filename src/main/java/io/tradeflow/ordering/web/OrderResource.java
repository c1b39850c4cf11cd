package io.tradeflow.ordering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrders;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders", description = "Confirmed orders; each is made from an accepted quote")
class OrderResource {

    private final SalesOrders orders;
    private final Deals deals;

    OrderResource(SalesOrders orders, Deals deals) {
        this.orders = orders;
        this.deals = deals;
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read an order")
    OrderJson order(Actor by, @PathVariable String number) {
        return OrderJson.of(orders.order(by, number));
    }

    @GetMapping
    @Operation(summary = "List a deal's orders", description = "None before the quote is accepted, then one.")
    List<OrderJson> ofDeal(Actor by, @Parameter(description = "Number of the deal") @RequestParam String deal) {
        deals.deal(by, deal);
        return orders.ofDeal(deal).map(OrderJson::of).stream().toList();
    }
}
