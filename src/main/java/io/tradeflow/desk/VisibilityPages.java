package io.tradeflow.desk;

import io.tradeflow.catalog.CataloguePage;
import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueRule;
import io.tradeflow.catalog.CatalogueRules;
import io.tradeflow.catalog.CatalogueViewer;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.ProductChanges;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Parties;
import io.tradeflow.screen.Offers;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sees what of the catalogue, and how it looks to one buyer. */
@Controller
class VisibilityPages {

    private static final int PREVIEWED = 24;

    private final CatalogueRules rules;
    private final Categories categories;
    private final Parties parties;
    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final Offers offers;

    VisibilityPages(
            CatalogueRules rules,
            Categories categories,
            Parties parties,
            Offerings offerings,
            CatalogueViewers viewers,
            Offers offers) {
        this.rules = rules;
        this.categories = categories;
        this.parties = parties;
        this.offerings = offerings;
        this.viewers = viewers;
        this.offers = offers;
    }

    @GetMapping("/desk/visibility")
    String rules(
            Actor.Staff by,
            @RequestParam(name = "as", required = false) String buyer,
            @RequestParam(name = "q", required = false) String text,
            Model model) {
        model.addAttribute("rules", rules.all());
        model.addAttribute("categories", categories.all());
        model.addAttribute("buyers", parties.buyers());
        model.addAttribute("audiences", CatalogueRule.Audience.values());
        model.addAttribute("mayChange", ProductChanges.mayChange(by));
        model.addAttribute("as", buyer);
        model.addAttribute("q", text);
        if (buyer != null && !buyer.isBlank()) {
            CatalogueViewer viewer = viewers.ofBuyer(buyer);
            CataloguePage found = offerings.search(viewer, CatalogueQuery.shown(text, null, 0, PREVIEWED));
            model.addAttribute("viewer", viewer);
            model.addAttribute("found", found);
            model.addAttribute("offers", offers.of(buyer, found.products()));
        }
        return "desk/visibility";
    }

    @PostMapping("/desk/visibility")
    String add(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            CatalogueRule.Audience audience = typed.choice("audience", CatalogueRule.Audience.class);
            typed.requireReadable();
            rules.add(
                    by,
                    new CatalogueRule(
                            null,
                            typed.text("sku"),
                            typed.text("category"),
                            audience,
                            typed.text("audienceCode"),
                            "allow".equals(typed.text("verdict")),
                            typed.text("note")));
            return "The rule counts from now on.";
        });
        return "redirect:/desk/visibility";
    }

    @PostMapping("/desk/visibility/removal")
    String remove(Actor.Staff by, @RequestParam long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            rules.remove(by, id);
            return "The rule is gone.";
        });
        return "redirect:/desk/visibility";
    }
}
