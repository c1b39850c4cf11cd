package io.tradeflow.desk;

import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.StockIntegrity;
import io.tradeflow.inventory.StockLedger;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger of a product, what expires soon, and whether the books are right. */
@Controller
class StockLedgerPages {

    private static final int PAGE_SIZE = 60;
    private static final int FURTHEST_DAYS = 3650;

    private final StockLedger ledger;
    private final StockIntegrity integrity;
    private final Products products;
    private final Clock clock;

    StockLedgerPages(StockLedger ledger, StockIntegrity integrity, Products products, Clock clock) {
        this.ledger = ledger;
        this.integrity = integrity;
        this.products = products;
        this.clock = clock;
    }

    @GetMapping("/desk/stock/ledger")
    String ledger(Actor.Staff by, @RequestParam String sku, @RequestParam(defaultValue = "0") int page, Model model) {
        int asked = Math.max(page, 0);
        model.addAttribute("product", products.product(sku));
        model.addAttribute("entries", ledger.of(sku, asked, PAGE_SIZE));
        model.addAttribute("batches", ledger.batches(sku));
        model.addAttribute("page", asked);
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/stock-ledger";
    }

    @GetMapping("/desk/stock/expiring")
    String expiring(Actor.Staff by, @RequestParam(defaultValue = "90") int days, Model model) {
        int asked = Math.max(0, Math.min(days, FURTHEST_DAYS));
        model.addAttribute("batches", ledger.expiring(asked));
        model.addAttribute("days", asked);
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/stock-expiring";
    }

    @GetMapping("/desk/stock/integrity")
    String integrity(Actor.Staff by, Model model) {
        requireMayRepair(by);
        model.addAttribute("invariants", integrity.invariants());
        model.addAttribute("differences", integrity.differences());
        model.addAttribute("checks", integrity.checks());
        model.addAttribute("repairs", integrity.repairs());
        return "desk/stock-integrity";
    }

    @PostMapping("/desk/stock/integrity/checks")
    String check(Actor.Staff by, RedirectAttributes nextPage) {
        requireMayRepair(by);
        int differences = integrity.check(by);
        nextPage.addFlashAttribute(
                "done", differences == 0 ? "All balances agree." : differences + " balances do not agree.");
        return "redirect:/desk/stock/integrity";
    }

    @PostMapping("/desk/stock/integrity/repairs")
    String repair(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> integrity.repair(by, typed.text("reason")) + " balances are repaired.");
        return "redirect:/desk/stock/integrity";
    }

    private void requireMayRepair(Actor.Staff by) {
        if (!integrity.mayRepair(by)) {
            throw Problem.forbidden("operations-only", "The books are looked after by operations");
        }
    }
}
