package io.tradeflow.desk;

import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.DealEndings;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.screen.TypedDelivery;
import io.tradeflow.screen.TypedForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the sales desk does on a deal's page: answers a quote for the buyer, a purchase order in hand, or cancels the deal. */
@Controller
class DealActions {

    private final Quotations quotations;
    private final Parties parties;
    private final DealEndings endings;
    private final LostDeals losses;

    DealActions(Quotations quotations, Parties parties, DealEndings endings, LostDeals losses) {
        this.quotations = quotations;
        this.parties = parties;
        this.endings = endings;
        this.losses = losses;
    }

    @PostMapping("/desk/deals/{deal}/quotes/{quote}/acceptance")
    String accept(
            Actor.Staff by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam int revision,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate poDate = typed.date("poDate");
            String buyerCode = quotations.quote(by, quote).buyerCode();
            DeliveryWishes delivery = TypedDelivery.of(typed, fields, parties.buyer(buyerCode), Set.of());
            typed.requireReadable();
            quotations.accept(by, quote, revision, typed.text("poNumber"), poDate, Set.of(), delivery);
            return "The order is on its way.";
        });
        return page(deal);
    }

    @PostMapping("/desk/deals/{deal}/quotes/{quote}/decline")
    String decline(
            Actor.Staff by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            quotations.decline(by, quote, typed.text("lostReason"), typed.text("reason"));
            return "The quote is declined.";
        });
        return page(deal);
    }

    @PostMapping("/desk/deals/{deal}/cancellation")
    String cancel(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            endings.cancel(by, deal, typed.text("reason"));
            return "The deal is cancelled.";
        });
        return page(deal);
    }

    @GetMapping("/desk/deals/{deal}/cancellation")
    String previewCancellation(Actor.Staff by, @PathVariable String deal, Model model) {
        model.addAttribute("preview", endings.preview(by, deal));
        model.addAttribute("mayCancel", endings.mayCancel(by));
        return "desk/cancellation";
    }

    @PostMapping("/desk/deals/{deal}/cancellation/rest")
    String cancelRest(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            endings.cancelRest(by, deal, typed.text("reason"));
            return "What was not picked is cancelled; the rest goes on.";
        });
        return "redirect:/desk/deals/" + deal + "/cancellation";
    }

    @PostMapping("/desk/deals/{deal}/loss")
    String explainLoss(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            losses.explain(by, deal, typed.text("lostReason"), typed.text("note"));
            return "The reason is noted.";
        });
        return page(deal);
    }

    private static String page(String deal) {
        return "redirect:/desk/deals/" + deal;
    }
}
