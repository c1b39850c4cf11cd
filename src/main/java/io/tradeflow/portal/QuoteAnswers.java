package io.tradeflow.portal;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a buyer says to a quote: yes with a purchase order, no, or "please change". */
@Controller
class QuoteAnswers {

    private final Quotations quotations;

    QuoteAnswers(Quotations quotations) {
        this.quotations = quotations;
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/acceptance")
    String accept(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam int revision,
            @RequestParam String poNumber,
            @RequestParam(required = false) LocalDate poDate,
            RedirectAttributes said) {
        return answer(
                deal,
                said,
                "Thank you. Your order is confirmed; the confirmation comes by mail.",
                () -> quotations.accept(by, quote, revision, poNumber, poDate));
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/decline")
    String decline(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam String reason,
            RedirectAttributes said) {
        return answer(deal, said, "We have noted that you decline.", () -> quotations.decline(by, quote, reason));
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/change-requests")
    String requestChange(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam String wish,
            RedirectAttributes said) {
        return answer(
                deal,
                said,
                "Our sales desk works on a new revision for you.",
                () -> quotations.requestChange(by, quote, wish));
    }

    private static String answer(String deal, RedirectAttributes said, String done, Runnable action) {
        try {
            action.run();
            said.addFlashAttribute("done", done);
        } catch (Problem problem) {
            said.addFlashAttribute("problem", problem);
        }
        return "redirect:/portal/deals/" + deal;
    }
}
