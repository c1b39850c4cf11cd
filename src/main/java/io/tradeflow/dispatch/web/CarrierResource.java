package io.tradeflow.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.dispatch.Carrier;
import io.tradeflow.dispatch.Carriers;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carriers over HTTP. */
@RestController
@RequestMapping("/api/v1/carriers")
@Tag(name = "Consignments", description = "Shipments on their way: carriers, tracking, proof of delivery")
class CarrierResource {

    private final Carriers carriers;

    CarrierResource(Carriers carriers) {
        this.carriers = carriers;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Carrier")
    record CarrierJson(
            String code,
            String name,
            @Schema(description = "GSTIN or enrolment number, 15 characters") String transporterId,
            @Schema(description = "https address with {number} in it") String trackingUrl,
            Set<HandOver.Mode> modes,
            Boolean active) {}

    @GetMapping
    @Operation(summary = "List the carriers; staff only")
    List<CarrierJson> all(Actor.Staff by) {
        return carriers.all().stream().map(CarrierResource::json).toList();
    }

    @PutMapping("/{code}")
    @Operation(summary = "Add or change a carrier", description = "Warehouse, stock planners and operations.")
    CarrierJson save(Actor.Staff by, @PathVariable String code, @RequestBody CarrierJson sent) {
        if (sent.code() != null && !sent.code().equals(code)) {
            throw Problem.invalid("invalid-carrier", "code", "A carrier's code does not change");
        }
        Carrier carrier = new Carrier(
                code,
                sent.name(),
                sent.transporterId(),
                sent.trackingUrl(),
                sent.modes() == null ? Set.of() : sent.modes(),
                !Boolean.FALSE.equals(sent.active()));
        carriers.save(by, carrier);
        return json(carrier);
    }

    private static CarrierJson json(Carrier carrier) {
        return new CarrierJson(
                carrier.code(),
                carrier.name(),
                carrier.transporterId(),
                carrier.trackingUrl(),
                new java.util.TreeSet<>(carrier.modes()),
                carrier.active());
    }
}
