package io.tradeflow.desk;

import io.tradeflow.fulfilment.ProducedGoods;
import io.tradeflow.fulfilment.ProductionRequests;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the plant is asked to produce: begun, moved, booked in. */
@Controller
class ProductionPages {

    private static final String LIST = "redirect:/desk/production";

    private final ProductionRequests production;

    ProductionPages(ProductionRequests production) {
        this.production = production;
    }

    @GetMapping("/desk/production")
    String list(Actor.Staff by, @RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("requests", production.list(all));
        model.addAttribute("all", all);
        model.addAttribute("mayKeep", production.mayKeep(by));
        return "desk/production";
    }

    @PostMapping("/desk/production/{number}/start")
    String start(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        new TypedForm(fields).submit(nextPage, () -> {
            production.start(by, number);
            return number + " is in production.";
        });
        return LIST;
    }

    @PostMapping("/desk/production/{number}/receipt")
    String receive(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            ProducedGoods goods = new ProducedGoods(
                    typed.decimal("quantity"),
                    typed.text("batch"),
                    typed.date("manufacturedOn"),
                    typed.date("expiresOn"),
                    typed.text("bin"));
            typed.requireReadable();
            production.receive(by, number, goods);
            return number + " is booked in; the orders that wait go on.";
        });
        return LIST;
    }

    @PostMapping("/desk/production/{number}/new-date")
    String reschedule(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate expectedOn = typed.date("expectedOn");
            typed.requireReadable();
            production.reschedule(by, number, expectedOn);
            return number + " has its new day.";
        });
        return LIST;
    }

    @PostMapping("/desk/production/{number}/cancellation")
    String cancel(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            production.cancel(by, number, typed.text("reason"));
            return number + " is cancelled.";
        });
        return LIST;
    }
}
