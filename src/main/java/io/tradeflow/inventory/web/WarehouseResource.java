package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.WarehouseSetup;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Warehouses: staff read them, administrators and directors enter them. */
@RestController
@RequestMapping("/api/v1/warehouses")
@Tag(name = "Company", description = "The selling company, its branches and warehouses")
class WarehouseResource {

    private final Stock stock;
    private final WarehouseSetup setup;

    WarehouseResource(Stock stock, WarehouseSetup setup) {
        this.stock = stock;
        this.setup = setup;
    }

    @GetMapping
    @Operation(summary = "List the warehouses")
    List<WarehouseJson> warehouses(Actor.Staff by) {
        return stock.warehouses().stream().map(WarehouseJson::of).toList();
    }

    @PutMapping("/{code}")
    @Operation(
            summary =
                    "Add the warehouse that a branch names, or with branchCode a further one, or change it; administrators and directors")
    WarehouseJson save(Actor.Staff by, @PathVariable String code, @RequestBody WarehouseJson warehouse) {
        if (warehouse.code() != null && !warehouse.code().equalsIgnoreCase(code)) {
            throw Problem.invalid("invalid-warehouse", "code", "A warehouse's code does not change");
        }
        return WarehouseJson.of(setup.save(
                by,
                code,
                warehouse.branchCode(),
                warehouse.name(),
                warehouse.address() == null ? null : warehouse.address().toAddress()));
    }
}
