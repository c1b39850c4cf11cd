package io.tradeflow.quotation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.QuoteTemplate;
import io.tradeflow.quotation.QuoteTemplates;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What quotes are begun with. */
@RestController
@RequestMapping("/api/v1/quote-templates")
@Tag(name = "Quote templates", description = "What quotes are begun with")
class QuoteTemplateResource {

    @Schema(name = "QuoteTemplate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateJson(
            String code,
            String name,
            @Schema(description = "Quotes of this segment's buyers start with it") String segment,
            @NotNull Integer validityDays,
            @Schema(description = "One condition a line") String terms,
            String paymentTerms,
            String shippingTerms,
            @Schema(example = "FOB Nhava Sheva") String incoterms,
            @Schema(description = "To the buyer") String note,
            @Schema(description = "To the approvers") String approvalNote,
            @Schema(description = "Left out where the table of charges says them") ChargesJson charges,
            @Schema(description = "Kinds of approval such quotes need in any case") List<@NotNull String> approvals) {

        record ChargesJson(String currency, BigDecimal freight, BigDecimal packing, BigDecimal insurance) {}

        static TemplateJson of(QuoteTemplate template) {
            QuoteTemplate.Charges charges = template.charges();
            return new TemplateJson(
                    template.code(),
                    template.name(),
                    template.segment(),
                    template.validityDays(),
                    template.terms(),
                    template.paymentTerms(),
                    template.shippingTerms(),
                    template.incoterms(),
                    template.note(),
                    template.approvalNote(),
                    charges.currency() == null
                            ? null
                            : new ChargesJson(
                                    charges.currency(), charges.freight(), charges.packing(), charges.insurance()),
                    template.approvals());
        }

        QuoteTemplate toTemplate(String pathCode) {
            return new QuoteTemplate(
                    pathCode,
                    name,
                    segment,
                    validityDays,
                    terms,
                    paymentTerms,
                    shippingTerms,
                    incoterms,
                    note,
                    approvalNote,
                    charges == null
                            ? null
                            : new QuoteTemplate.Charges(
                                    charges.currency(), charges.freight(), charges.packing(), charges.insurance()),
                    approvals);
        }
    }

    private final QuoteTemplates templates;

    QuoteTemplateResource(QuoteTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    @Operation(summary = "List the templates, the standard one first")
    List<TemplateJson> all(Actor.Staff by) {
        return templates.all().stream().map(TemplateJson::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "Read a template")
    TemplateJson template(Actor.Staff by, @PathVariable String code) {
        return templates.find(code).map(TemplateJson::of).orElseThrow(() -> Problem.notFound("quote template", code));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Add a template or change it",
            description = "Sales managers and directors. Quotes begun with it stay as they are.")
    TemplateJson save(Actor.Staff by, @PathVariable String code, @Valid @RequestBody TemplateJson template) {
        return TemplateJson.of(templates.save(by, template.toTemplate(code)));
    }
}
