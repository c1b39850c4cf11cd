package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock-transfers")
@Tag(name = "Stock")
class StockTransferResource {

    private static final int PAGE_SIZE = 100;

    private final StockTransfers transfers;

    StockTransferResource(StockTransfers transfers) {
        this.transfers = transfers;
    }

    @GetMapping
    @Operation(summary = "List transfers between warehouses, the latest first; staff only")
    List<StockTransferJson> list(
            Actor.Staff by,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page) {
        return transfers.latest(open, Math.max(0, Math.min(page, 10_000)), PAGE_SIZE).stream()
                .map(StockTransferJson::of)
                .toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a transfer")
    StockTransferJson one(Actor.Staff by, @PathVariable String number) {
        return StockTransferJson.of(transfers.one(number));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send goods to another warehouse; they leave the first at once. The same reference is sent once")
    StockTransferJson send(Actor.Staff by, @Valid @RequestBody StockTransferJson.Draft draft) {
        return StockTransferJson.of(transfers.one(transfers.send(by, draft.draft())));
    }

    @PostMapping("/{number}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say what of a transfer has arrived and what is lost; orders that wait for it go on")
    StockTransferJson receive(
            Actor.Staff by, @PathVariable String number, @Valid @RequestBody StockTransferJson.Arrival arrival) {
        transfers.receive(by, number, arrival.arrival());
        return StockTransferJson.of(transfers.one(number));
    }
}
