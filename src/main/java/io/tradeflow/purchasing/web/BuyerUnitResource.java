package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/buyer-units")
@Tag(
        name = "Buyers' units",
        description =
                "Departments and sites of buyers' companies; for the company's administrators, and the sales desk for them")
class BuyerUnitResource {

    private final BuyerPeople people;

    BuyerUnitResource(BuyerPeople people) {
        this.people = people;
    }

    @Schema(name = "BuyerUnit")
    record Json(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
            @NotBlank String name,
            @Schema(description = "Unit it belongs to; at the top if left out") Long parentId) {

        static Json of(BuyerUnit unit) {
            return new Json(unit.id(), unit.name(), unit.parentId());
        }
    }

    @GetMapping
    @Operation(summary = "List the units of a company")
    List<Json> list(
            Actor by, @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        String code = NamedBuyer.code(by, buyer);
        people.requireMayKeep(by, code);
        return people.units(code).stream().map(Json::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a unit")
    Json add(
            Actor by,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody Json unit) {
        return Json.of(people.addUnit(by, NamedBuyer.code(by, buyer), unit.name(), unit.parentId()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Rename or move a unit", description = "Never below itself.")
    Json change(
            Actor by,
            @PathVariable long id,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody Json unit) {
        return Json.of(people.changeUnit(by, NamedBuyer.code(by, buyer), id, unit.name(), unit.parentId()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a unit", description = "Refused with unit-in-use while people or units belong to it.")
    void remove(
            Actor by,
            @PathVariable long id,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        people.removeUnit(by, NamedBuyer.code(by, buyer), id);
    }
}
