package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.QuoteTemplate;
import io.tradeflow.quotation.QuoteTemplates;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What quotes are begun with. */
@Controller
class QuoteTemplatePages {

    private static final String APPROVAL = "approval.";

    private final QuoteTemplates templates;
    private final Parties parties;

    QuoteTemplatePages(QuoteTemplates templates, Parties parties) {
        this.templates = templates;
        this.parties = parties;
    }

    @GetMapping("/desk/quote-templates")
    String list(Actor.Staff by, Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("mayKeep", templates.mayKeep(by));
        return "desk/quote-templates";
    }

    /** @param from a template to begin with, for a new one */
    @GetMapping("/desk/quote-templates/template")
    String form(
            Actor.Staff by,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String from,
            Model model) {
        if (code != null) {
            QuoteTemplate template = templates.find(code).orElseThrow(() -> Problem.notFound("quote template", code));
            return form(by, fields(template), false, model);
        }
        Map<String, String> fields = templates
                .find(from == null ? QuoteTemplates.STANDARD : from)
                .map(QuoteTemplatePages::fields)
                .orElseGet(LinkedHashMap::new);
        fields.keySet().removeAll(List.of("code", "name", "segment"));
        return form(by, fields, true, model);
    }

    @PostMapping("/desk/quote-templates")
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, Model model, RedirectAttributes nextPage) {
        boolean isNew = Boolean.parseBoolean(fields.get("isNew"));
        try {
            QuoteTemplate template = typed(new TypedForm(fields), fields);
            if (isNew
                    && template.code() != null
                    && templates.find(template.code()).isPresent()) {
                throw Problem.invalid(
                        "quote-template-invalid", "code", "There is a template " + template.code() + " already");
            }
            templates.save(by, template);
            nextPage.addFlashAttribute("done", "The template “" + template.name() + "” is saved.");
            return "redirect:/desk/quote-templates";
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return form(by, fields, isNew, model);
        }
    }

    private String form(Actor.Staff by, Map<String, String> fields, boolean isNew, Model model) {
        model.addAttribute("f", fields);
        model.addAttribute("isNew", isNew);
        model.addAttribute("title", isNew ? "New quote template" : "Template " + fields.get("name"));
        model.addAttribute("approvals", QuoteTemplates.APPROVALS);
        model.addAttribute("currency", parties.seller().currency());
        model.addAttribute("mayKeep", templates.mayKeep(by));
        return "desk/quote-template";
    }

    private static QuoteTemplate typed(TypedForm form, Map<String, String> fields) {
        BigDecimal days = form.decimal("validityDays");
        QuoteTemplate.Charges charges = new QuoteTemplate.Charges(
                form.text("currency"), form.decimal("freight"), form.decimal("packing"), form.decimal("insurance"));
        form.requireReadable();
        return new QuoteTemplate(
                form.text("code"),
                form.text("name"),
                form.text("segment"),
                days == null ? 0 : days.intValue(),
                lines(form.text("terms")),
                form.text("paymentTerms"),
                form.text("shippingTerms"),
                form.text("incoterms"),
                lines(form.text("note")),
                lines(form.text("approvalNote")),
                charges,
                QuoteTemplates.APPROVALS.stream()
                        .filter(kind -> fields.containsKey(APPROVAL + kind))
                        .toList());
    }

    private static Map<String, String> fields(QuoteTemplate template) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", template.code());
        fields.put("name", template.name());
        fields.put("segment", template.segment());
        fields.put("validityDays", String.valueOf(template.validityDays()));
        fields.put("terms", template.terms());
        fields.put("paymentTerms", template.paymentTerms());
        fields.put("shippingTerms", template.shippingTerms());
        fields.put("incoterms", template.incoterms());
        fields.put("note", template.note());
        fields.put("approvalNote", template.approvalNote());
        fields.put("currency", template.charges().currency());
        fields.put("freight", plain(template.charges().freight()));
        fields.put("packing", plain(template.charges().packing()));
        fields.put("insurance", plain(template.charges().insurance()));
        template.approvals().forEach(kind -> fields.put(APPROVAL + kind, "on"));
        return fields;
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
