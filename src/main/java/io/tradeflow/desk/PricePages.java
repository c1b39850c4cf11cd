package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.PreviewRequest;
import io.tradeflow.pricing.PriceLists;
import io.tradeflow.pricing.PricePreviews;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import io.tradeflow.pricing.PriceRule;
import io.tradeflow.pricing.PriceShadow;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Price rows: found, added, ended; and why a price is what it is. */
@Controller
class PricePages {

    private static final int PAGE_SIZE = 50;

    private final PriceLists lists;
    private final PricePreviews previews;
    private final Parties parties;

    PricePages(PriceLists lists, PricePreviews previews, Parties parties) {
        this.lists = lists;
        this.previews = previews;
        this.parties = parties;
    }

    @GetMapping("/desk/prices")
    String prices(
            Actor.Staff by,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) Level level,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        PriceLists.Filter filter = new PriceLists.Filter(wanted(sku), wanted(owner), level, 0, PAGE_SIZE);
        long total = lists.count(filter);
        long last = Math.max(0, (total - 1) / PAGE_SIZE);
        int from = (int) Math.max(0, Math.min(page, last));
        model.addAttribute("rows", lists.find(filter.page(from)));
        model.addAttribute("total", total);
        model.addAttribute("last", last);
        model.addAttribute("sku", sku);
        model.addAttribute("owner", owner);
        model.addAttribute("level", level);
        model.addAttribute("levels", Level.values());
        model.addAttribute("page", from);
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("mayChange", lists.mayChange(by));
        return "desk/prices";
    }

    @PostMapping("/desk/prices")
    String add(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            PriceRow row = row(typed);
            lists.requireManager(by);
            List<PriceShadow> shadows = lists.shadows(row);
            // kept as it was shown with its warning, or not at all
            if (!shadows.isEmpty() && !row.toString().equals(typed.text("seen"))) {
                nextPage.addFlashAttribute("shadows", shadows);
                nextPage.addFlashAttribute("seen", row.toString());
                nextPage.addFlashAttribute("typed", fields);
                return null;
            }
            lists.save(by, List.of(row));
            return "The row counts from " + row.validFrom() + ".";
        });
        nextPage.addAttribute("sku", typed.text("sku") == null ? "" : typed.text("sku"));
        return "redirect:/desk/prices";
    }

    @PostMapping("/desk/prices/{id}/end")
    String end(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            var last = typed.date("lastDay");
            typed.requireReadable();
            lists.end(by, id, last);
            return "The row counts until " + last + ".";
        });
        nextPage.addAttribute("sku", typed.text("sku") == null ? "" : typed.text("sku"));
        return "redirect:/desk/prices";
    }

    @GetMapping("/desk/prices/explain")
    String explain(Actor.Staff by, @RequestParam Map<String, String> fields, Model model) {
        TypedForm typed = new TypedForm(fields);
        model.addAttribute("asked", fields);
        model.addAttribute("buyers", parties.buyers());
        if (typed.text("sku") != null) {
            try {
                BigDecimal quantity = typed.decimal("quantity");
                PreviewRequest request = new PreviewRequest(
                        typed.text("buyer"),
                        typed.date("on"),
                        typed.text("currency"),
                        typed.text("channel"),
                        null,
                        null,
                        List.of(new PreviewRequest.Line(
                                typed.text("sku"), quantity == null ? BigDecimal.ONE : quantity)));
                typed.requireReadable();
                model.addAttribute("preview", previews.preview(by, request));
            } catch (Problem problem) {
                model.addAttribute("problem", problem);
            }
        }
        return "desk/price-explain";
    }

    private static PriceRow row(TypedForm typed) {
        BigDecimal percent = typed.decimal("percent");
        BigDecimal quantity = typed.decimal("fromQuantity");
        BigDecimal priority = typed.decimal("priority");
        PriceRow row = new PriceRow(
                typed.choice("level", Level.class),
                typed.text("owner"),
                typed.text("agreement"),
                typed.text("sku"),
                typed.text("category"),
                typed.text("currency"),
                quantity == null ? BigDecimal.ONE : quantity,
                typed.decimal("unitPrice"),
                percent == null
                        ? null
                        : new PriceRule(
                                percent,
                                typed.choice("of", PriceRule.Of.class),
                                typed.decimal("roundTo"),
                                typed.decimal("surcharge")),
                typed.date("validFrom"),
                typed.date("validUntil"),
                priority == null ? 0 : priority.intValue());
        typed.requireReadable();
        return row;
    }

    private static String wanted(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
