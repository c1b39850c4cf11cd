package io.tradeflow.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.CatalogueRule;
import io.tradeflow.catalog.CatalogueRules;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who sees what of the catalogue. */
@RestController
@RequestMapping("/api/v1/catalogue-rules")
@Tag(name = "Products")
class CatalogueRuleResource {

    @Schema(name = "CatalogueRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleJson(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
            @Schema(description = "Neither SKU nor category: the whole catalogue") String sku,
            String category,
            @NotNull CatalogueRule.Audience audience,
            @Schema(description = "Buyer code or segment; left out for everybody") String audienceCode,
            @NotNull @Schema(description = "true shows, false hides") Boolean allow,
            String note) {

        static RuleJson of(CatalogueRule rule) {
            return new RuleJson(
                    rule.id(),
                    rule.sku(),
                    rule.category(),
                    rule.audience(),
                    rule.audienceCode(),
                    rule.allow(),
                    rule.note());
        }

        CatalogueRule toRule() {
            return new CatalogueRule(null, sku, category, audience, audienceCode, allow, note);
        }
    }

    private final CatalogueRules rules;

    CatalogueRuleResource(CatalogueRules rules) {
        this.rules = rules;
    }

    @GetMapping
    @Operation(summary = "List the rules of who sees what, in the order they are tried")
    List<RuleJson> all(Actor.Staff by) {
        return rules.all().stream().map(RuleJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a rule",
            description = "Sales managers and directors. The same rule again changes its note.")
    List<RuleJson> add(Actor.Staff by, @Valid @RequestBody RuleJson rule) {
        rules.add(by, rule.toRule());
        return all(by);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a rule away", description = "Sales managers and directors.")
    ResponseEntity<Void> remove(Actor.Staff by, @PathVariable long id) {
        rules.remove(by, id);
        return ResponseEntity.noContent().build();
    }
}
