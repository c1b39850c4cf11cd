package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.payment.Refunds;
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

/** Open items, and money coming in. */
@Controller
class PaymentPages {

    private final Payments payments;
    private final Refunds refunds;
    private final Clock clock;

    PaymentPages(Payments payments, Refunds refunds, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.clock = clock;
    }

    @GetMapping("/desk/payments")
    String openItems(Actor.Staff by, Model model) {
        model.addAttribute("openItems", payments.openItems(by));
        model.addAttribute("refunds", refunds.due());
        model.addAttribute("modes", ReceiptDraft.Mode.values());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayRecord", by.isIn("finance"));
        return "desk/payments";
    }

    @PostMapping("/desk/payments")
    String record(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(
                nextPage, () -> "Receipt " + payments.record(by, receipt(typed)).number() + " is booked.");
        return "redirect:/desk/payments";
    }

    private static ReceiptDraft receipt(TypedForm typed) {
        ReceiptDraft draft = new ReceiptDraft(
                typed.text("buyerCode"),
                typed.text("orderNumber"),
                typed.text("invoiceNumber"),
                typed.decimal("amount"),
                typed.text("currency"),
                typed.choice("mode", ReceiptDraft.Mode.class),
                typed.text("reference"),
                typed.date("receivedOn"));
        typed.requireReadable();
        return draft;
    }
}
