package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.Bins;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bins: staff read them, the warehouse keeps them and moves goods between them. */
@RestController
@RequestMapping("/api/v1/warehouses/{warehouse}")
@Tag(name = "Stock", description = "What is available, and goods that come in")
class BinResource {

    private final Bins bins;

    BinResource(Bins bins) {
        this.bins = bins;
    }

    /** @param pickSequence in which order the bins of a zone are walked, from 0 */
    record BinJson(String code, String zone, Integer pickSequence) {}

    /** @param batch left out for goods kept without one */
    record MoveJson(String sku, String batch, String toBin) {}

    @GetMapping("/bins")
    @Operation(summary = "List the bins of a warehouse in the order in which they are walked")
    List<BinJson> bins(Actor.Staff by, @PathVariable String warehouse) {
        return bins.of(warehouse).stream()
                .map(bin -> new BinJson(bin.code(), bin.zone(), bin.pickSequence()))
                .toList();
    }

    @PutMapping("/bins")
    @Operation(summary = "Add bins or change those with the same code")
    List<BinJson> save(Actor.Staff by, @PathVariable String warehouse, @RequestBody List<BinJson> wanted) {
        bins.save(
                by,
                wanted.stream()
                        .map(bin -> new Bin(
                                warehouse,
                                bin.code(),
                                bin.zone(),
                                bin.pickSequence() == null ? -1 : bin.pickSequence()))
                        .toList());
        return bins(by, warehouse);
    }

    @PostMapping("/bin-moves")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put goods away: all the warehouse has of the batch lies in that bin from now on")
    void move(Actor.Staff by, @PathVariable String warehouse, @RequestBody MoveJson move) {
        bins.move(by, warehouse, move.sku(), move.batch(), move.toBin());
    }
}
