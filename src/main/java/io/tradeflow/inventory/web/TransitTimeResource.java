package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.TransitTime;
import io.tradeflow.inventory.TransitTimes;
import io.tradeflow.kernel.Actor;
import java.time.LocalDate;
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
@RequestMapping("/api/v1/transit-times")
@Tag(name = "Stock")
class TransitTimeResource {

    private final TransitTimes transit;

    TransitTimeResource(TransitTimes transit) {
        this.transit = transit;
    }

    @Schema(name = "TransitTimeEnd")
    record EndJson(@Schema(description = "The last day it holds") LocalDate validTo) {}

    @GetMapping
    @Operation(summary = "List the days goods are on the way, as far as they hold today or later")
    List<TransitTime> current(Actor.Staff by) {
        return transit.current();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Add days on the way from a warehouse, or all, to PIN codes, a state, or everywhere; stock planners")
    TransitTime add(Actor.Staff by, @RequestBody TransitTime time) {
        transit.add(by, time);
        return time;
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say until when they hold; stock planners")
    void end(Actor.Staff by, @PathVariable long id, @RequestBody EndJson end) {
        transit.end(by, id, end.validTo());
    }
}
