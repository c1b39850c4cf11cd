package io.tradeflow.portal;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.screen.TakenLines;
import io.tradeflow.screen.TypedDelivery;
import io.tradeflow.screen.TypedForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a buyer says to a quote: yes with a purchase order, no, or "please change". */
@Controller
class QuoteAnswers {

    private final Quotations quotations;
    private final Parties parties;

    QuoteAnswers(Quotations quotations, Parties parties) {
        this.quotations = quotations;
        this.parties = parties;
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/acceptance")
    String accept(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam int revision,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate poDate = typed.date("poDate");
            Set<Integer> taken = TakenLines.of(fields);
            DeliveryWishes delivery = TypedDelivery.of(typed, fields, parties.buyer(by.buyerCode()), taken);
            typed.requireReadable();
            Quote answered = quotations.accept(by, quote, revision, typed.text("poNumber"), poDate, taken, delivery);
            return switch (answered.status()) {
                case ACCEPTED -> "Thank you, your order is taken. The confirmation comes by mail.";
                case DRAFT -> "Thank you. We confirm the lines you took and tell you by mail.";
                default ->
                    "This is over your spending limit, so your company's approver is asked. You are told by mail.";
            };
        });
        return typed.text("from") == null ? page(deal) : page(deal) + "/negotiation";
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/decline")
    String decline(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            quotations.decline(by, quote, typed.text("lostReason"), typed.text("reason"));
            return "We have noted that you decline.";
        });
        return page(deal);
    }

    @PostMapping("/portal/deals/{deal}/quotes/{quote}/change-requests")
    String requestChange(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable String quote,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            quotations.requestChange(by, quote, typed.text("wish"));
            return "Our sales desk works on a new revision for you.";
        });
        return page(deal);
    }

    private static String page(String deal) {
        return "redirect:/portal/deals/" + deal;
    }
}
