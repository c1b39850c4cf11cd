package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.inventory.WarehouseDistances.Distance;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far it is from a warehouse to where PIN codes begin alike. */
@RestController
@RequestMapping("/api/v1/warehouses/{code}/distances")
@Tag(name = "Company", description = "The selling company, its branches and warehouses")
class DistanceResource {

    private final WarehouseDistances distances;

    DistanceResource(WarehouseDistances distances) {
        this.distances = distances;
    }

    @Schema(name = "WarehouseDistance")
    record DistanceJson(
            @Schema(description = "First digits of PIN codes, for example 411; the longest beginning counts")
                    String pinPrefix,
            @Schema(description = "By road") BigDecimal km) {}

    @GetMapping
    @Operation(summary = "List the measured distances of a warehouse")
    List<DistanceJson> distances(Actor.Staff by, @PathVariable String code) {
        return distances.from(code).stream()
                .map(distance -> new DistanceJson(distance.pinPrefix(), distance.km()))
                .toList();
    }

    @PutMapping
    @Operation(summary = "Put these distances in the place of all that were measured before; stock planners")
    List<DistanceJson> replace(Actor.Staff by, @PathVariable String code, @RequestBody List<DistanceJson> measured) {
        distances.replace(
                by,
                code,
                measured.stream()
                        .map(distance -> new Distance(code, distance.pinPrefix(), distance.km()))
                        .toList());
        return distances(by, code);
    }
}
