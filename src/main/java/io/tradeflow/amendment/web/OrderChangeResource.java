package io.tradeflow.amendment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.kernel.Actor;
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
@RequestMapping("/api/v1")
@Tag(name = "Orders")
class OrderChangeResource {

    private final OrderChanges changes;

    OrderChangeResource(OrderChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/orders/{number}/changes")
    @Operation(summary = "The changes of an order, newest first")
    List<OrderChangeJson> changes(Actor by, @PathVariable String number) {
        return changes.ofOrder(by, number).stream().map(OrderChangeJson::of).toList();
    }

    @PostMapping("/orders/{number}/changes/preview")
    @Operation(summary = "What a change would come to", description = "Money, stock and approvals. Changes nothing.")
    OrderChangeJson.Preview preview(
            Actor by, @PathVariable String number, @Valid @RequestBody OrderChangeJson.New change) {
        return OrderChangeJson.Preview.of(
                changes.preview(by, number, change.toDraft()), !(by instanceof Actor.BuyerUser));
    }

    @PostMapping("/orders/{number}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Propose a change of a confirmed order",
            description =
                    "All or nothing, never below what is in pick lists, delivered or invoiced. It takes effect once it is checked and approved.")
    OrderChangeJson propose(Actor by, @PathVariable String number, @Valid @RequestBody OrderChangeJson.New change) {
        return OrderChangeJson.of(changes.propose(by, number, change.toDraft()));
    }

    @PostMapping("/order-changes/{number}/withdrawal")
    @Operation(summary = "Take a proposed change back")
    OrderChangeJson withdraw(Actor by, @PathVariable String number) {
        return OrderChangeJson.of(changes.withdraw(by, number));
    }
}
