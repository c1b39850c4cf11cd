package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Inspecting;
import io.tradeflow.fulfilment.InspectionSheet;
import io.tradeflow.fulfilment.Packing;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inspection by checklist and packing by scanner, before their tasks are completed. */
@RestController
@RequestMapping("/api/v1/shipments/{number}")
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class PackingResource {

    private final Packing packing;
    private final Inspecting inspecting;

    PackingResource(Packing packing, Inspecting inspecting) {
        this.packing = packing;
        this.inspecting = inspecting;
    }

    /** @param kind left out for a carton; {@code size} for one that was not measured */
    record PackageJson(Shipment.PackageKind kind, BigDecimal weightKg, Shipment.Size size) {}

    @GetMapping("/packing")
    @Operation(summary = "Read what is to be packed and what lies in which package")
    Packing.Table table(Actor.Staff by, @PathVariable String number) {
        return packing.table(by, number);
    }

    @PostMapping("/packing/scans")
    @Operation(summary = "Put what was scanned into a package; the same id counts once")
    Packing.Answer scan(Actor.Staff by, @PathVariable String number, @RequestBody Packing.Scan scan) {
        return packing.scan(by, number, scan);
    }

    @PutMapping("/packing/packages/{packageNo}")
    @Operation(summary = "Say what a package is and weighs")
    Packing.Table describe(
            Actor.Staff by, @PathVariable String number, @PathVariable int packageNo, @RequestBody PackageJson one) {
        return packing.describe(by, number, packageNo, one.kind(), one.weightKg(), one.size());
    }

    @DeleteMapping("/packing/packages/{packageNo}")
    @Operation(summary = "Take a package away; its goods are to be packed again")
    Packing.Table unpack(Actor.Staff by, @PathVariable String number, @PathVariable int packageNo) {
        return packing.unpack(by, number, packageNo);
    }

    @GetMapping("/inspection-sheet")
    @Operation(summary = "Read what is to be inspected: samples and checklists")
    InspectionSheet sheet(Actor.Staff by, @PathVariable String number) {
        return inspecting.sheet(number);
    }

    @PutMapping("/inspection-sheet/lines/{line}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep what was found in a line; final once the inspection is completed")
    void keep(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable int line,
            @RequestBody InspectionSheet.Finding finding) {
        inspecting.keep(by, number, line, finding);
    }
}
