package io.tradeflow.fulfilment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.PickList;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.fulfilment.PickingRounds;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Picking with a scanner: of one shipment, or of a round of several. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Picking", description = "Pick lists in walking order, and what was scanned of them")
class PickListResource {

    private final PickLists lists;
    private final PickingRounds rounds;

    PickListResource(PickLists lists, PickingRounds rounds) {
        this.lists = lists;
        this.rounds = rounds;
    }

    /** A pick list as a device shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListJson(
            String number,
            String warehouseCode,
            String picker,
            List<PickList.Target> targets,
            boolean done,
            List<LineJson> lines) {

        static ListJson of(PickList list) {
            return new ListJson(
                    list.number(),
                    list.warehouseCode(),
                    list.picker(),
                    list.targets(),
                    list.isDone(),
                    list.lines().stream().map(LineJson::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            String shipmentNumber,
            int lineNo,
            Integer tote,
            String zone,
            String bin,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            BigDecimal planned,
            String unit,
            String packages,
            BigDecimal picked,
            String shortReason,
            String pickedBy,
            boolean done) {

        static LineJson of(PickList.Line line) {
            return new LineJson(
                    line.shipmentNumber(),
                    line.lineNo(),
                    line.tote(),
                    line.zone(),
                    line.bin(),
                    line.sku(),
                    line.description(),
                    line.batch().isEmpty() ? null : line.batch(),
                    line.expiresOn(),
                    line.planned().plain(),
                    line.planned().unit(),
                    line.packages(),
                    plain(line.picked()),
                    line.shortReason(),
                    line.pickedBy(),
                    line.isDone());
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerJson(PickLists.Outcome outcome, String message, String line, ListJson list) {

        static AnswerJson of(PickLists.Answer answer) {
            return new AnswerJson(answer.outcome(), answer.message(), answer.line(), ListJson.of(answer.list()));
        }
    }

    /** @param quantity what was picked in all; or else {@code change}, what is to be added to it or taken from it */
    record QuantityJson(UUID id, BigDecimal quantity, BigDecimal change) {}

    record ShortJson(UUID id, String reason) {}

    /** @param picker left out for whoever comes first */
    record RoundJson(String warehouseCode, List<String> shipments, String picker) {}

    @GetMapping("/pick-lists/{number}")
    @Operation(summary = "Read the pick list of a shipment or of a picking round, in walking order")
    ListJson list(Actor.Staff by, @PathVariable String number) {
        return ListJson.of(lists.list(by, number));
    }

    @PostMapping("/pick-lists/{number}/scans")
    @Operation(
            summary = "Send what was scanned: SKU, GTIN, GS1 barcode, batch or bin. The same id counts once;"
                    + " what does not belong here is answered with outcome REFUSED and a sentence")
    AnswerJson scan(Actor.Staff by, @PathVariable String number, @RequestBody PickLists.Scan scan) {
        return AnswerJson.of(lists.scan(by, number, scan));
    }

    @PostMapping("/pick-lists/{number}/lines/{shipment}/{line}/quantity")
    @Operation(
            summary = "Set what was picked of a line, or with change add to it (+1) or take from it (-1);"
                    + " the same id counts once")
    AnswerJson quantity(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable String shipment,
            @PathVariable int line,
            @RequestBody QuantityJson typed) {
        return AnswerJson.of(
                typed.change() == null
                        ? lists.setQuantity(by, number, typed.id(), shipment, line, typed.quantity())
                        : lists.change(by, number, typed.id(), shipment, line, typed.change()));
    }

    @PostMapping("/pick-lists/{number}/lines/{shipment}/{line}/short")
    @Operation(summary = "Close a line of which no more can be found")
    AnswerJson closeShort(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable String shipment,
            @PathVariable int line,
            @RequestBody ShortJson given) {
        return AnswerJson.of(lists.closeShort(by, number, given.id(), shipment, line, given.reason()));
    }

    @PostMapping("/picking-rounds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Pick several shipments of a warehouse in one walk")
    Map<String, String> create(Actor.Staff by, @RequestBody RoundJson round) {
        return Map.of(
                "number",
                rounds.create(
                        by,
                        round.warehouseCode(),
                        round.shipments() == null ? List.of() : round.shipments(),
                        round.picker()));
    }
}
