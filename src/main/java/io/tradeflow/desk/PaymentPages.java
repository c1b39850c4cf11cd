package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    PaymentPages(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/desk/payments")
    String openItems(Actor.Staff by, Model model) {
        model.addAttribute("openItems", payments.openItems());
        model.addAttribute("modes", ReceiptDraft.Mode.values());
        model.addAttribute("mayRecord", by.isIn("finance"));
        return "desk/payments";
    }

    @PostMapping("/desk/payments")
    String record(
            Actor.Staff by,
            @RequestParam String buyerCode,
            @RequestParam(required = false) String invoiceNumber,
            @RequestParam(required = false) String orderNumber,
            @RequestParam BigDecimal amount,
            @RequestParam String currency,
            @RequestParam ReceiptDraft.Mode mode,
            @RequestParam String reference,
            @RequestParam LocalDate receivedOn,
            RedirectAttributes said) {
        try {
            Receipt receipt = payments.record(
                    by,
                    new ReceiptDraft(
                            buyerCode, orderNumber, invoiceNumber, amount, currency, mode, reference, receivedOn));
            said.addFlashAttribute("done", "Receipt " + receipt.number() + " is booked.");
        } catch (Problem problem) {
            said.addFlashAttribute("problem", problem);
        }
        return "redirect:/desk/payments";
    }
}
