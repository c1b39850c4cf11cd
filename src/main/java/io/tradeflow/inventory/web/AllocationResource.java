package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.RemainingLife;
import io.tradeflow.inventory.StockHolds;
import io.tradeflow.inventory.WaitingOrders;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has which stock and who is served first; for staff. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stock", description = "What lies in the warehouses and what is promised")
class AllocationResource {

    private static final int MOST = 1_000;

    private final Allocations allocations;
    private final StockHolds holds;
    private final WaitingOrders waiting;
    private final RemainingLife life;
    private final SalesOrders orders;
    private final Parties parties;

    AllocationResource(
            Allocations allocations,
            StockHolds holds,
            WaitingOrders waiting,
            RemainingLife life,
            SalesOrders orders,
            Parties parties) {
        this.allocations = allocations;
        this.holds = holds;
        this.waiting = waiting;
        this.life = life;
        this.orders = orders;
        this.parties = parties;
    }

    /** Higher is served first; the reason is kept. */
    record Priority(Integer priority, String reason) {}

    /** Days a batch must still be usable when it leaves, 0 for none. */
    record Life(int days) {}

    @GetMapping("/orders/{number}/allocation")
    @Operation(
            summary =
                    "What the order has, what is kept for it, what it waits for, and which ways to serve it were compared")
    AllocationJson allocation(Actor.Staff by, @PathVariable String number) {
        SalesOrder order = orders.order(by, number);
        return new AllocationJson(
                number,
                allocations.ofOrder(number).stream()
                        .map(AllocationJson.Allocated::of)
                        .toList(),
                holds.ofDeal(order.dealNumber()).stream()
                        .map(AllocationJson.Kept::of)
                        .toList(),
                waiting.ofOrder(number).stream().map(AllocationJson.Waiting::of).toList(),
                allocations.runs(number).stream().map(AllocationJson.Run::of).toList());
    }

    @PutMapping("/orders/{number}/allocation-priority")
    @Operation(summary = "Serve the order earlier or later than the table says; stock planners")
    AllocationJson prioritise(Actor.Staff by, @PathVariable String number, @RequestBody Priority priority) {
        waiting.prioritise(by, number, priority.priority(), priority.reason());
        return allocation(by, number);
    }

    @GetMapping("/backorders")
    @Operation(summary = "Order lines that wait for stock, in the order they are served; at most 1,000")
    List<AllocationJson.Waiting> backorders(Actor.Staff by, @RequestParam(required = false) String sku) {
        return waiting.inTurn(sku, MOST).stream()
                .map(AllocationJson.Waiting::of)
                .toList();
    }

    @GetMapping("/buyers/{code}/remaining-life")
    @Operation(summary = "How long batches must still be usable when they leave for this buyer")
    Life remainingLife(Actor.Staff by, @PathVariable String code) {
        return new Life(life.days(parties.buyer(code).code()));
    }

    @PutMapping("/buyers/{code}/remaining-life")
    @Operation(
            summary =
                    "Agree on how long batches must still be usable when they leave, in days, 0 for none; stock planners")
    Life agree(Actor.Staff by, @PathVariable String code, @RequestBody Life agreed) {
        life.agree(by, parties.buyer(code).code(), agreed.days());
        return remainingLife(by, code);
    }
}
