package io.tradeflow.portal;

import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.purchasing.PurchaseApprovals;
import io.tradeflow.quotation.CounterOfferDraft;
import io.tradeflow.quotation.Negotiation;
import io.tradeflow.quotation.Negotiations;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.screen.TakenLines;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a buyer negotiates a quote: takes some lines, makes a counter-offer, writes, or asks for more time. */
@Controller
class NegotiationPages {

    private final Deals deals;
    private final Quotations quotations;
    private final Negotiations negotiations;
    private final PurchaseApprovals purchases;
    private final Clock clock;

    NegotiationPages(
            Deals deals, Quotations quotations, Negotiations negotiations, PurchaseApprovals purchases, Clock clock) {
        this.deals = deals;
        this.quotations = quotations;
        this.negotiations = negotiations;
        this.purchases = purchases;
        this.clock = clock;
    }

    @GetMapping("/portal/deals/{deal}/negotiation")
    String page(Actor.BuyerUser by, @PathVariable String deal, Model model) {
        model.addAttribute("deal", deals.deal(by, deal));
        List<Quote> revisions = quotations.ofDeal(by, deal);
        if (revisions.isEmpty()) {
            return "redirect:/portal/deals/" + deal;
        }
        Quote quote = revisions.get(0);
        Negotiation negotiation = negotiations.of(by, quote.number());
        model.addAttribute("quote", quote);
        model.addAttribute("revisions", revisions);
        model.addAttribute("negotiation", negotiation);
        model.addAttribute(
                "answered", negotiation.counterOfferTo(quote.revision() - 1).orElse(null));
        model.addAttribute("purchase", purchases.openOfDeal(deal).orElse(null));
        model.addAttribute("today", LocalDate.now(clock));
        return "portal/negotiation";
    }

    /** What the ticked lines come to. */
    @GetMapping("/portal/deals/{deal}/quotes/{quote}/choice")
    String choice(
            Actor.BuyerUser by, @PathVariable String quote, @RequestParam Map<String, String> fields, Model model) {
        Set<Integer> taken = TakenLines.of(fields);
        try {
            model.addAttribute("choice", taken.isEmpty() ? null : quotations.choice(by, quote, taken));
        } catch (Problem problem) {
            model.addAttribute("choiceProblem", problem);
        }
        return "portal/negotiation :: choiceTotals";
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/counter-offers")
    String counter(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam int revision,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            CounterOfferDraft offer = offer(quotations.quote(by, quote), fields, typed);
            typed.requireReadable();
            negotiations.counter(by, quote, revision, offer);
            return "Your counter-offer is with our sales desk. You are told by mail when we answer.";
        });
        return page(deal);
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/messages")
    String say(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            negotiations.say(by, quote, lineNo(typed), typed.text("text"));
            return "Your message is sent.";
        });
        return page(deal);
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/extension-requests")
    String askExtension(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate until = typed.date("wantedUntil");
            typed.requireReadable();
            negotiations.askExtension(by, quote, until, typed.text("reason"));
            return "Our sales desk decides and you are told by mail. Meanwhile the quote stays as it is.";
        });
        return page(deal);
    }

    /** Firm lines that are not ticked are left out; options that are ticked are wanted. */
    private static CounterOfferDraft offer(Quote quote, Map<String, String> fields, TypedForm typed) {
        Set<Integer> taken = TakenLines.of(fields);
        List<CounterOfferDraft.Line> lines = new ArrayList<>();
        for (Quote.Line line : quote.lines()) {
            String no = String.valueOf(line.lineNo());
            boolean ticked = taken.contains(line.lineNo());
            String note = typed.text("note-" + no);
            if (ticked && !line.isFirm()) {
                note = note == null ? "We take this" : "We take this. " + note;
            }
            lines.add(new CounterOfferDraft.Line(
                    line.lineNo(),
                    typed.decimal("quantity-" + no),
                    typed.decimal("unitPrice-" + no),
                    typed.date("neededBy-" + no),
                    line.isFirm() && !ticked,
                    note));
        }
        return new CounterOfferDraft(typed.text("wish"), lines);
    }

    private static Integer lineNo(TypedForm typed) {
        return typed.text("lineNo") == null ? null : Integer.valueOf(typed.text("lineNo"));
    }

    private static String page(String deal) {
        return "redirect:/portal/deals/" + deal + "/negotiation";
    }
}
