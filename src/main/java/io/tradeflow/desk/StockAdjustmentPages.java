package io.tradeflow.desk;

import io.tradeflow.inventory.StockAdjustment;
import io.tradeflow.inventory.StockAdjustments;
import io.tradeflow.inventory.StockReason;
import io.tradeflow.inventory.StockReasons;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stock corrected, held back, released and scrapped, and the reasons there are for it. */
@Controller
class StockAdjustmentPages {

    private static final int PAGE_SIZE = 40;

    private final StockAdjustments adjustments;
    private final StockReasons reasons;

    StockAdjustmentPages(StockAdjustments adjustments, StockReasons reasons) {
        this.adjustments = adjustments;
        this.reasons = reasons;
    }

    @GetMapping("/desk/stock/adjustments")
    String latest(Actor.Staff by, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("adjustments", adjustments.latest(Math.max(page, 0), PAGE_SIZE));
        model.addAttribute("page", Math.max(page, 0));
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("uses", StockReason.Use.values());
        model.addAttribute("mayChange", reasons.mayChange(by));
        return "desk/stock-adjustments";
    }

    @PostMapping("/desk/stock/adjustments")
    String book(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            StockAdjustment adjustment = adjustment(typed);
            adjustments.book(by, adjustment);
            return adjustment.reference() + " is booked.";
        });
        nextPage.addAttribute("sku", typed.text("sku"));
        return "redirect:/desk/stock";
    }

    private static StockAdjustment adjustment(TypedForm typed) {
        String place = typed.text("place");
        String[] parts = place == null ? new String[] {null, null} : place.split("\\|", 2);
        StockAdjustment.Kind kind = typed.choice("kind", StockAdjustment.Kind.class);
        StockAdjustment.Line line = new StockAdjustment.Line(
                typed.text("sku"), parts.length < 2 ? null : parts[1], typed.decimal("quantity"));
        typed.requireReadable();
        return new StockAdjustment(
                typed.text("reference"), kind, parts[0], typed.text("reason"), typed.text("note"), List.of(line));
    }

    @PostMapping("/desk/stock/reasons")
    String save(
            Actor.Staff by,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "uses", required = false) List<StockReason.Use> uses,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            String code = typed.text("code");
            reasons.save(
                    by,
                    new StockReason(
                            code == null ? null : code.toUpperCase(Locale.ROOT),
                            typed.text("name"),
                            uses == null ? Set.of() : Set.copyOf(uses),
                            typed.text("retired") == null));
            return "The reason " + typed.text("name") + " is saved.";
        });
        return "redirect:/desk/stock/adjustments";
    }
}
