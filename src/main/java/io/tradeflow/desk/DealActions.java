package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the sales desk does on a deal's page on the buyer's behalf, a purchase order in hand. */
@Controller
class DealActions {

    private final Quotations quotations;

    DealActions(Quotations quotations) {
        this.quotations = quotations;
    }

    @PostMapping("/desk/deals/{deal}/quotes/{quote}/acceptance")
    String accept(
            Actor.Staff by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam int revision,
            @RequestParam String poNumber,
            @RequestParam(required = false) LocalDate poDate,
            RedirectAttributes said) {
        return answer(
                deal, said, "The order is on its way.", () -> quotations.accept(by, quote, revision, poNumber, poDate));
    }

    @PostMapping("/desk/deals/{deal}/quotes/{quote}/decline")
    String decline(
            Actor.Staff by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam String reason,
            RedirectAttributes said) {
        return answer(deal, said, "The quote is declined.", () -> quotations.decline(by, quote, reason));
    }

    private static String answer(String deal, RedirectAttributes said, String done, Runnable action) {
        try {
            action.run();
            said.addFlashAttribute("done", done);
        } catch (Problem problem) {
            said.addFlashAttribute("problem", problem);
        }
        return "redirect:/desk/deals/" + deal;
    }
}
