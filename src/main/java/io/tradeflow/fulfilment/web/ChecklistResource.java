package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Checklist;
import io.tradeflow.fulfilment.Checklists;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checklists by which goods are inspected. */
@RestController
@RequestMapping("/api/v1/qc-checklists")
@Tag(name = "Quality", description = "Checklists by which goods are inspected")
class ChecklistResource {

    private final Checklists checklists;

    ChecklistResource(Checklists checklists) {
        this.checklists = checklists;
    }

    @GetMapping
    @Operation(summary = "List the checklists with their items")
    List<Checklist> all(Actor.Staff by) {
        return checklists.all();
    }

    @PutMapping("/{code}")
    @Operation(summary = "Add a checklist or change it; quality, administrators and those who keep the catalogue")
    Checklist save(Actor.Staff by, @PathVariable String code, @RequestBody Checklist wanted) {
        Checklist checklist = new Checklist(
                code,
                wanted.name(),
                wanted.sku(),
                wanted.category(),
                wanted.validFrom(),
                wanted.validTo(),
                wanted.items());
        checklists.save(by, checklist);
        return checklist;
    }
}
