package io.tradeflow.desk;

import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.CounterOffer;
import io.tradeflow.quotation.CounterOfferDraft;
import io.tradeflow.quotation.Negotiation;
import io.tradeflow.quotation.Negotiations;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.screen.TypedForm;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the sales desk answers a counter-offer line by line, writes to the buyer and records what the buyer said. */
@Controller("deskNegotiationPages")
class NegotiationPages {

    private final Deals deals;
    private final Quotations quotations;
    private final Negotiations negotiations;

    NegotiationPages(Deals deals, Quotations quotations, Negotiations negotiations) {
        this.deals = deals;
        this.quotations = quotations;
        this.negotiations = negotiations;
    }

    @GetMapping("/desk/quotes/{number}/negotiation")
    String page(Actor.Staff by, @PathVariable String number, Model model) {
        Quote quote = quotations.quote(by, number);
        List<Quote> revisions = quotations.ofDeal(by, quote.dealNumber());
        Negotiation negotiation = negotiations.of(by, number);
        model.addAttribute("deal", deals.deal(by, quote.dealNumber()));
        model.addAttribute("quote", quote);
        model.addAttribute("revisions", revisions);
        model.addAttribute("negotiation", negotiation);
        model.addAttribute("mayEdit", quotations.mayEdit(by, number));
        model.addAttribute("mayAnswer", quotations.mayAnswer(by));
        model.addAttribute("seesMargins", quotations.seesMargins(by));
        revisions.stream()
                .filter(revision -> revision.revision() == quote.revision() - 1)
                .findFirst()
                .ifPresent(offered -> negotiation
                        .counterOfferTo(offered.revision())
                        .ifPresent(offer -> {
                            model.addAttribute("offer", offer);
                            model.addAttribute(
                                    "rows",
                                    offer.lines().stream()
                                            .map(wish -> CounterRow.of(wish, offered, quote))
                                            .toList());
                        }));
        return "desk/negotiation";
    }

    @PostMapping("/desk/quotes/{number}/counter-offer-answers")
    String answer(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam int lineNo,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            CounterOffer.Answer answer = typed.choice("answer", CounterOffer.Answer.class);
            typed.requireReadable();
            negotiations.answer(
                    by, number, List.of(new Negotiations.LineAnswer(lineNo, answer, typed.text("answerNote"))));
            return answer == CounterOffer.Answer.ADOPTED
                    ? "Line " + lineNo + " is as the buyer wants it."
                    : "Line " + lineNo + " stays as it was offered.";
        });
        return page(number);
    }

    /** What the buyer said by telephone or mail. */
    @PostMapping("/desk/quotes/{number}/counter-offers")
    String record(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam int revision,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            negotiations.counter(by, number, revision, CounterOfferDraft.message(typed.text("wish")));
            return "The quote is open for your changes; the sent revision can no longer be accepted.";
        });
        return page(number);
    }

    @PostMapping("/desk/quotes/{number}/messages")
    String say(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer lineNo = typed.text("lineNo") == null ? null : Integer.valueOf(typed.text("lineNo"));
            negotiations.say(by, number, lineNo, typed.text("text"));
            return "Your message is sent.";
        });
        return page(number);
    }

    private static String page(String number) {
        return "redirect:/desk/quotes/" + number + "/negotiation";
    }
}
