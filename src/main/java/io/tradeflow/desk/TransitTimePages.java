package io.tradeflow.desk;

import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.TransitTime;
import io.tradeflow.inventory.TransitTimes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many days goods are on the way. */
@Controller
class TransitTimePages {

    private final TransitTimes transit;
    private final Stock stock;
    private final Clock clock;

    TransitTimePages(TransitTimes transit, Stock stock, Clock clock) {
        this.transit = transit;
        this.stock = stock;
        this.clock = clock;
    }

    @GetMapping("/desk/stock/transit")
    String current(Actor.Staff by, Model model) {
        model.addAttribute("times", transit.current());
        model.addAttribute("warehouses", stock.warehouses());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayChange", transit.mayChange(by));
        return "desk/stock-transit";
    }

    @PostMapping("/desk/stock/transit")
    String add(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer days = typed.wholeNumber("days");
            TransitTime time = new TransitTime(
                    null,
                    typed.text("warehouseCode"),
                    typed.text("pinPrefix"),
                    typed.text("stateCode"),
                    days == null ? -1 : days,
                    typed.date("validFrom"),
                    typed.date("validTo"));
            typed.requireReadable();
            transit.add(by, time);
            return "The days on the way are kept.";
        });
        return "redirect:/desk/stock/transit";
    }

    @PostMapping("/desk/stock/transit/{id}/end")
    String end(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate lastDay = typed.date("validTo");
            typed.requireReadable();
            transit.end(by, id, lastDay);
            return "It ends on that day.";
        });
        return "redirect:/desk/stock/transit";
    }
}
