package io.tradeflow.desk;

import io.tradeflow.inventory.StockWebhooks;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Outside systems that are told when stock changes, and what they were told. */
@Controller
class StockWebhookPages {

    private final StockWebhooks webhooks;

    StockWebhookPages(StockWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping("/desk/stock/webhooks")
    String all(Actor.Staff by, Model model) {
        model.addAttribute("webhooks", webhooks.active(by));
        model.addAttribute("deliveries", webhooks.latest(by));
        model.addAttribute("mayChange", webhooks.mayChange(by));
        return "desk/stock-webhooks";
    }

    @PostMapping("/desk/stock/webhooks")
    String add(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            StockWebhooks.Added added = webhooks.add(by, typed.text("url"));
            return added.url() + " is told from now on. Its secret, shown only now: " + added.secret();
        });
        return "redirect:/desk/stock/webhooks";
    }

    @PostMapping("/desk/stock/webhooks/{id}/end")
    String end(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            webhooks.end(by, id);
            return "It is told nothing any more.";
        });
        return "redirect:/desk/stock/webhooks";
    }

    @PostMapping("/desk/stock/webhooks/{id}/resume")
    String resume(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            webhooks.resume(by, id);
            return "It is tried now.";
        });
        return "redirect:/desk/stock/webhooks";
    }
}
