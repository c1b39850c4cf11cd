package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.ExpectedGoods;
import io.tradeflow.inventory.ExpectedReceipts;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/expected-receipts")
@Tag(name = "Stock")
class ExpectedReceiptResource {

    private static final int PAGE_SIZE = 100;

    private final ExpectedReceipts expected;

    ExpectedReceiptResource(ExpectedReceipts expected) {
        this.expected = expected;
    }

    @GetMapping
    @Operation(summary = "List goods that are to come, the earliest first; staff only")
    List<ExpectedReceiptJson> list(
            Actor.Staff by,
            @RequestParam(required = false) String sku,
            @RequestParam(required = false) String warehouse,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") int page) {
        return expected.page(sku, warehouse, open, Math.max(0, Math.min(page, 10_000)), PAGE_SIZE).stream()
                .map(ExpectedReceiptJson::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read goods that are to come")
    ExpectedReceiptJson one(Actor.Staff by, @PathVariable long id) {
        return ExpectedReceiptJson.of(expected.one(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Announce goods; the same reference, warehouse and product again says it anew")
    List<ExpectedReceiptJson> announce(
            Actor.Staff by, @Valid @RequestBody ExpectedReceiptJson.Announcement announcement) {
        List<ExpectedGoods> goods = announcement.goods();
        expected.announce(by, goods);
        return goods.stream()
                .flatMap(line -> expected.page(line.sku(), line.warehouseCode(), false, 0, PAGE_SIZE).stream()
                        .filter(receipt -> receipt.reference().equals(line.reference())))
                .map(ExpectedReceiptJson::of)
                .toList();
    }

    @PostMapping("/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Book in what was announced, or a part of it; orders that wait for it go on")
    ExpectedReceiptJson receive(
            Actor.Staff by, @PathVariable long id, @RequestBody ExpectedReceiptJson.Arrival arrival) {
        expected.receive(by, id, arrival.arrival());
        return ExpectedReceiptJson.of(expected.one(id));
    }

    @PutMapping("/{id}/expected-day")
    @Operation(summary = "Say that the goods come on another day, and why")
    ExpectedReceiptJson move(Actor.Staff by, @PathVariable long id, @RequestBody ExpectedReceiptJson.Move move) {
        expected.move(by, id, move.expectedOn(), move.reason());
        return ExpectedReceiptJson.of(expected.one(id));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Say that what has not come does not come any more, and why")
    ExpectedReceiptJson cancel(
            Actor.Staff by, @PathVariable long id, @RequestBody ExpectedReceiptJson.Cancellation cancellation) {
        expected.cancel(by, id, cancellation.reason());
        return ExpectedReceiptJson.of(expected.one(id));
    }
}
