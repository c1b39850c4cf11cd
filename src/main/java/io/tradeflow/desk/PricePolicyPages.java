package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.pricing.BulkBand;
import io.tradeflow.pricing.Floor;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.OrderTermsRow;
import io.tradeflow.pricing.PriceAgreement;
import io.tradeflow.pricing.PriceLists;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stands beside the price rows: contracts, bulk discounts, floors, agreed quantities. */
@Controller
class PricePolicyPages {

    private static final String PAGE = "redirect:/desk/prices/policies";

    private final PriceLists lists;
    private final OrderTerms terms;

    PricePolicyPages(PriceLists lists, OrderTerms terms) {
        this.lists = lists;
        this.terms = terms;
    }

    @GetMapping("/desk/prices/policies")
    String policies(Actor.Staff by, Model model) {
        model.addAttribute("agreements", lists.agreements());
        model.addAttribute("bands", lists.bulkBands());
        model.addAttribute("floors", lists.floors());
        model.addAttribute("terms", terms.all());
        model.addAttribute("mayChange", lists.mayChange(by));
        return "desk/price-policies";
    }

    @PostMapping("/desk/prices/agreements")
    String agreement(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            PriceAgreement agreement = new PriceAgreement(
                    typed.text("number"),
                    typed.text("buyerCode"),
                    typed.text("title"),
                    typed.date("validFrom"),
                    typed.date("validUntil"));
            typed.requireReadable();
            lists.save(by, agreement);
            return "The contract " + agreement.number() + " is kept; add its prices as rows of level CONTRACT.";
        });
        return PAGE;
    }

    @PostMapping("/desk/prices/bulk-discounts")
    String band(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            BulkBand band = new BulkBand(
                    null,
                    typed.text("priceTier"),
                    typed.text("currency"),
                    typed.choice("measure", BulkBand.Measure.class),
                    typed.text("unit"),
                    typed.decimal("fromAmount"),
                    typed.decimal("percent"),
                    typed.date("validFrom"),
                    typed.date("validUntil"));
            typed.requireReadable();
            lists.save(by, band);
            return "The bulk discount is kept.";
        });
        return PAGE;
    }

    @PostMapping("/desk/prices/floors")
    String floor(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Floor floor = new Floor(
                    null,
                    typed.text("sku"),
                    typed.text("category"),
                    typed.text("currency"),
                    typed.decimal("amount"),
                    typed.decimal("overCost"),
                    typed.date("validFrom"),
                    typed.date("validUntil"));
            typed.requireReadable();
            lists.save(by, floor);
            return "The floor is kept.";
        });
        return PAGE;
    }

    @PostMapping("/desk/prices/order-terms")
    String terms(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            OrderTermsRow row = new OrderTermsRow(
                    null,
                    typed.choice("level", OrderTermsRow.Level.class),
                    typed.text("owner"),
                    typed.text("sku"),
                    typed.decimal("minimumQuantity"),
                    typed.decimal("orderMultiple"),
                    typed.decimal("orderMinimum"),
                    typed.text("currency"),
                    typed.date("validFrom"),
                    typed.date("validUntil"));
            typed.requireReadable();
            terms.save(by, row);
            return "The order terms are kept.";
        });
        return PAGE;
    }

    @PostMapping("/desk/prices/policies/{policy}/{id}/end")
    String end(
            Actor.Staff by,
            @PathVariable PriceLists.Policy policy,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            var last = typed.date("lastDay");
            typed.requireReadable();
            lists.end(by, policy, id, last);
            return "It counts until " + last + ".";
        });
        return PAGE;
    }
}
