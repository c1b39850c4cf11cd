package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.ProductionRequests;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/production-requests")
@Tag(name = "Production", description = "What the plant is asked to produce for orders that lack goods; staff only")
class ProductionResource {

    private final ProductionRequests production;

    ProductionResource(ProductionRequests production) {
        this.production = production;
    }

    @GetMapping
    @Operation(summary = "List production requests, the earliest day first")
    List<ProductionJson> list(Actor.Staff by, @RequestParam(defaultValue = "false") boolean all) {
        return production.list(all).stream().map(ProductionJson::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a production request")
    ProductionJson request(Actor.Staff by, @PathVariable String number) {
        return ProductionJson.of(production.request(number));
    }

    @PostMapping("/{number}/start")
    @Operation(summary = "Say that production has begun")
    ProductionJson start(Actor.Staff by, @PathVariable String number) {
        return ProductionJson.of(production.start(by, number));
    }

    @PostMapping("/{number}/new-date")
    @Operation(summary = "Name another day", description = "Where it is later, the buyer who waits is told by mail.")
    ProductionJson reschedule(
            Actor.Staff by, @PathVariable String number, @Valid @RequestBody ProductionJson.NewDate date) {
        return ProductionJson.of(production.reschedule(by, number, date.expectedOn()));
    }

    @PostMapping("/{number}/receipt")
    @Operation(
            summary = "Book in what was produced",
            description = "A stock receipt under the request's number; orders that wait go on. Booked once.")
    ProductionJson receive(
            Actor.Staff by, @PathVariable String number, @Valid @RequestBody ProductionJson.Receipt receipt) {
        return ProductionJson.of(production.receive(by, number, receipt.goods()));
    }

    @PostMapping("/{number}/cancellation")
    @Operation(summary = "Cancel a production request; the order waits on")
    ProductionJson cancel(
            Actor.Staff by, @PathVariable String number, @Valid @RequestBody ProductionJson.Cancellation cancellation) {
        return ProductionJson.of(production.cancel(by, number, cancellation.reason()));
    }
}
